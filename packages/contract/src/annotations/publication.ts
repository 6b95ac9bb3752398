import { z } from 'zod'
import { ModerationDecisionId } from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'

/** The house rule that a contribution breaks, also the reason somebody can name in a report. */
export const HouseRule = z.enum([
  'insult',
  'hate',
  'personal-data',
  'illegal',
  'advertising',
  'off-topic',
  'repetition',
])
export type HouseRule = z.infer<typeof HouseRule>

/**
 * Why a contribution waits for a moderator, each with what it takes to explain itself: the phase looks at everything
 * first; too many links; words of the list; so many contributions in so many minutes; a person's first contribution;
 * changed after it was held or hidden.
 */
export const HoldReason = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('phase') }),
  z.object({ rule: z.literal('links'), links: z.number().int().positive() }),
  z.object({ rule: z.literal('words'), words: z.array(z.string()) }),
  z.object({
    rule: z.literal('rate'),
    count: z.number().int().positive(),
    minutes: z.number().int().positive(),
  }),
  z.object({ rule: z.literal('first') }),
  z.object({ rule: z.literal('edited') }),
])
export type HoldReason = z.infer<typeof HoldReason>

/** How long words stay hidden: until the author has changed them, up to a moment, or for good. */
export const HideDuration = z.discriminatedUnion('lasts', [
  z.object({ lasts: z.literal('until-edited') }),
  z.object({ lasts: z.literal('until'), moment: Moment }),
  z.object({ lasts: z.literal('for-good') }),
])
export type HideDuration = z.infer<typeof HideDuration>

/**
 * Whether everybody may read the words of a contribution or a reply. `held` waits for a moderator, `hidden` was decided
 * against, `withdrawn` was taken back by its author. The moves are in `domain/annotations/moderation`.
 *
 * Whoever may not read the words gets a placeholder: `body` null, no author, no reasons. The author and moderators get
 * everything; nobody's words disappear without their being told.
 */
export const Publication = z.discriminatedUnion('state', [
  z.object({ state: z.literal('published') }),
  z.object({ state: z.literal('held'), since: Moment, reasons: z.array(HoldReason) }),
  z.object({
    state: z.literal('hidden'),
    since: Moment,
    rule: HouseRule,
    duration: HideDuration,
    /** The statement of reasons, for the author and moderators; null in a placeholder. */
    decisionId: ModerationDecisionId.nullable(),
  }),
  z.object({ state: z.literal('withdrawn'), since: Moment }),
])
export type Publication = z.infer<typeof Publication>

export const published: Publication = { state: 'published' }
