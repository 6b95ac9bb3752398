import { z } from 'zod'
import { HoldReason } from '../annotations/publication.js'
import { AnnotationId, ModerationDecisionId, NoticeId, ReplyId, Slug } from '../kit/ids.js'
import { Language, LocalizedText, Moment } from '../kit/wire-values.js'
import { CrewRole } from '../workshops/session.js'

/** The text that something is about, as a link shows it. */
export const DocumentLink = z.object({ slug: Slug, title: LocalizedText })
export type DocumentLink = z.infer<typeof DocumentLink>

const contribution = { document: DocumentLink, annotationId: AnnotationId }

/** What happened that concerns one person. */
export const NoticeEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('replied'), ...contribution, by: z.string(), excerpt: z.string().max(300) }),
  /** A contribution has been answered: what came of it, and why. */
  z.object({
    kind: z.literal('outcome'),
    ...contribution,
    outcome: LocalizedText,
    reason: z.string().max(2_000),
    /** Whether it is one's own contribution, or one that one supports. */
    as: z.enum(['author', 'supporter']).default('author'),
  }),
  /** For staff: a colleague has named them in a note about a contribution. */
  z.object({ kind: z.literal('mentioned'), ...contribution, by: z.string(), excerpt: z.string().max(300) }),
  z.object({
    kind: z.literal('held'),
    ...contribution,
    replyId: ReplyId.nullable(),
    reasons: z.array(HoldReason),
  }),
  z.object({
    kind: z.literal('moderated'),
    ...contribution,
    decisionId: ModerationDecisionId,
    result: z.enum(['approved', 'hidden', 'restored']),
  }),
  z.object({
    kind: z.literal('objection-decided'),
    ...contribution,
    decisionId: ModerationDecisionId,
    result: z.enum(['upheld', 'reversed']),
  }),
  z.object({ kind: z.literal('report-decided'), ...contribution, result: z.enum(['acted', 'not-acted']) }),
  z.object({
    kind: z.literal('news'),
    process: z.object({ slug: Slug, title: LocalizedText }),
    headline: LocalizedText,
    /** Where to read on, on this site. */
    path: z.string().startsWith('/').max(300),
  }),
  /** A text that somebody follows has a new release. */
  z.object({
    kind: z.literal('released'),
    document: DocumentLink,
    number: z.number().int().positive(),
    title: z.string().max(120),
  }),
  /** For staff: somebody has asked them to help run a workshop. */
  z.object({
    kind: z.literal('crew'),
    workshop: z.string().max(200),
    role: CrewRole,
    by: z.string(),
    /** Where it is planned and led, on this site. */
    path: z.string().startsWith('/').max(300),
  }),
  /** A phase of a process that somebody follows has begun or ended. */
  z.object({
    kind: z.literal('phase'),
    process: z.object({ slug: Slug, title: LocalizedText }),
    phase: LocalizedText,
    change: z.enum(['begun', 'ended']),
  }),
])
export type NoticeEvent = z.infer<typeof NoticeEvent>

/** `seq` counts one person's notices from 1, without gaps. */
export const Notice = z.object({
  id: NoticeId,
  seq: z.number().int().positive(),
  event: NoticeEvent,
  createdAt: Moment,
})
export type Notice = z.infer<typeof Notice>

/** Most notices in one answer. */
export const noticePageSize = 50

/**
 * A person's notices behind `since`, the oldest first; without `since` the newest. Those up to `readUpTo` have been
 * seen. Ask again from the last one until it has number `head`.
 */
export const NoticePage = z.object({
  notices: z.array(Notice),
  head: z.number().int().nonnegative(),
  readUpTo: z.number().int().nonnegative(),
})
export type NoticePage = z.infer<typeof NoticePage>

/** How often mails come: with each event, collected in the morning, collected on Monday, or not at all. */
export const Cadence = z.enum(['at-once', 'daily', 'weekly', 'never'])
export type Cadence = z.infer<typeof Cadence>

/** What a person chooses. Outcomes and decisions of moderation are always mailed, at once. */
export const MailChoices = z.object({ language: Language, replies: Cadence, news: Cadence })
export type MailChoices = z.infer<typeof MailChoices>

/** Where mails go: nowhere, to an address that its owner has not confirmed yet (so not yet), or to a confirmed one. */
export const MailAddress = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('unconfirmed'), address: z.string() }),
  z.object({ state: z.literal('confirmed'), address: z.string() }),
])
export type MailAddress = z.infer<typeof MailAddress>

export const NotificationSettings = z.object({ mail: MailAddress, choices: MailChoices })
export type NotificationSettings = z.infer<typeof NotificationSettings>
