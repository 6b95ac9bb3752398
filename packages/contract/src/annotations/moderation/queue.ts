import { z } from 'zod'
import { DocumentLink } from '../../accounts/notices.js'
import { Pseudonym } from '../../accounts/viewer.js'
import { ModerationDecisionId, ModerationReportId, ProcessId } from '../../kit/ids.js'
import { Moment } from '../../kit/wire-values.js'
import { Author } from '../annotation.js'
import { AnnotationKind } from '../kind.js'
import { HoldReason, HouseRule, Publication } from '../publication.js'
import { TextBlock } from './settings.js'
import { ModerationSubject } from './subject.js'

/** Why something waits for a moderator. */
export const QueueReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('held'), reasons: z.array(HoldReason) }),
  z.object({
    kind: z.literal('reported'),
    reports: z.array(
      z.object({ id: ModerationReportId, rule: HouseRule, explanation: z.string(), createdAt: Moment }),
    ),
  }),
  z.object({
    kind: z.literal('objection'),
    decisionId: ModerationDecisionId,
    text: z.string(),
    at: Moment,
    decidedBy: Pseudonym.nullable(),
    /** Not whoever made the decision. */
    mayDecide: z.boolean(),
  }),
  // Of whoever reported, against the decision that left the words public. To hide them grants it.
  z.object({
    kind: z.literal('report-objection'),
    reportId: ModerationReportId,
    rule: HouseRule,
    explanation: z.string(),
    text: z.string(),
    at: Moment,
    decidedBy: Pseudonym.nullable(),
    /** Not whoever made the decision. */
    mayDecide: z.boolean(),
  }),
])
export type QueueReason = z.infer<typeof QueueReason>

/** One contribution or reply that waits, with everything it takes to decide. */
export const QueueItem = z.object({
  subject: ModerationSubject,
  document: DocumentLink,
  processId: ProcessId,
  kind: AnnotationKind,
  /** The passage's words; null for the whole text. */
  quote: z.string().nullable(),
  /** For a reply, what it answers. */
  answers: z.string().nullable(),
  words: z.string(),
  replacement: z.string().nullable(),
  author: Author,
  createdAt: Moment,
  publication: Publication,
  edition: z.number().int().positive(),
  why: z.array(QueueReason).min(1),
  /** Since when it waits. */
  waitingSince: Moment,
  /** Contributions of the same person that are hidden. */
  hiddenBefore: z.number().int().nonnegative(),
})
export type QueueItem = z.infer<typeof QueueItem>

/** The longest waiting first. `total` counts those beyond the page too. */
export const ModerationQueue = z.object({
  items: z.array(QueueItem),
  total: z.number().int().nonnegative(),
  textBlocks: z.array(TextBlock.extend({ processId: ProcessId })),
})
export type ModerationQueue = z.infer<typeof ModerationQueue>
