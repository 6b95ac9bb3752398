import { z } from 'zod'
import { DocumentLink } from '../../accounts/notices.js'
import { CommandId } from '../../kit/ids.js'
import { Moment } from '../../kit/wire-values.js'
import { HouseRule } from '../publication.js'
import { ModerationSubject } from './subject.js'

export const explanationLimit = 2_000

/** Somebody tells moderators of a contribution; nobody needs an account for that. */
export const ReportContribution = z.object({
  commandId: CommandId,
  subject: ModerationSubject,
  rule: HouseRule,
  explanation: z.string().trim().min(1).max(explanationLimit),
  /** To be told of the decision; nothing but one question goes there before it is confirmed. */
  email: z.email().max(254).nullable(),
  /** No person sees this field; programs that fill in everything give themselves away. */
  website: z.string().max(500),
})
export type ReportContribution = z.infer<typeof ReportContribution>

/** The receipt: by this code the decision is found again. */
export const ReportReceipt = z.object({ code: z.string() })
export type ReportReceipt = z.infer<typeof ReportReceipt>

export const ReportState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open') }),
  z.object({ state: z.literal('decided'), result: z.enum(['acted', 'not-acted']), at: Moment }),
])
export type ReportState = z.infer<typeof ReportState>

/** What whoever reported says against a decision that left the words public, and what another person decided. */
export const ReportObjection = z.object({
  text: z.string(),
  at: Moment,
  outcome: z.object({ result: z.enum(['upheld', 'reversed']), reason: z.string(), at: Moment }).nullable(),
})
export type ReportObjection = z.infer<typeof ReportObjection>

/** A report as whoever holds its code sees it. */
export const ReportView = z.object({
  document: DocumentLink,
  rule: HouseRule,
  explanation: z.string(),
  createdAt: Moment,
  state: ReportState,
  objection: ReportObjection.nullable().default(null),
  /** Until when the holder of the code may object; null when they may not. */
  mayObjectUntil: Moment.nullable().default(null),
})
export type ReportView = z.infer<typeof ReportView>
