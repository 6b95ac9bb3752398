import { z } from 'zod'
import { DocumentLink } from '../../accounts/notices.js'
import { Pseudonym } from '../../accounts/viewer.js'
import { CommandId, ModerationDecisionId } from '../../kit/ids.js'
import { Moment } from '../../kit/wire-values.js'
import { HideDuration, HouseRule } from '../publication.js'
import { ModerationSubject } from './subject.js'

export const factsLimit = 2_000
const Facts = z.string().trim().min(1).max(factsLimit)

/** What a moderator can decide. `approve` leaves or makes words public; `restore` takes back that they were hidden. */
export const Verdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('approve') }),
  z.object({ kind: z.literal('hide'), rule: HouseRule, facts: Facts, duration: HideDuration }),
  z.object({ kind: z.literal('restore'), facts: Facts }),
])
export type Verdict = z.infer<typeof Verdict>

/** `edition` is that of the contribution or reply before the moderator's eyes: what was changed since is looked at again. */
export const DecideModeration = z.object({
  commandId: CommandId,
  subject: ModerationSubject,
  edition: z.number().int().positive(),
  verdict: Verdict,
})
export type DecideModeration = z.infer<typeof DecideModeration>

/** What made somebody look: a rule that held the words back, a report, or a moderator by themselves. */
export const DecisionOrigin = z.enum(['hold', 'report', 'own-initiative'])
export type DecisionOrigin = z.infer<typeof DecisionOrigin>

export const objectionLimit = 3_000

/** An author's objection, and what another person decided about it. */
export const Objection = z.object({
  text: z.string(),
  at: Moment,
  outcome: z.object({ result: z.enum(['upheld', 'reversed']), reason: z.string(), at: Moment }).nullable(),
})
export type Objection = z.infer<typeof Objection>

/**
 * A decision as its author and moderators read it: the statement of reasons with what was decided about which words, by
 * which rule, why, for how long, and what can be done against it. Without personal data of whoever reported.
 */
export const ModerationDecision = z.object({
  id: ModerationDecisionId,
  subject: ModerationSubject,
  document: DocumentLink,
  at: Moment,
  verdict: Verdict,
  origin: DecisionOrigin,
  /** The words that were judged. */
  words: z.string(),
  objection: Objection.nullable(),
  /** The last moment for an objection. */
  objectUntil: Moment,
  /** What the viewer can do now. */
  may: z.object({ object: z.boolean(), decideObjection: z.boolean() }),
  /** Who decided; for moderators only. */
  by: z.object({ decision: Pseudonym.nullable(), objection: Pseudonym.nullable() }),
})
export type ModerationDecision = z.infer<typeof ModerationDecision>
