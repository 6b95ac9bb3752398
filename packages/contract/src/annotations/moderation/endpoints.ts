import { z } from 'zod'
import { endpoint, Nothing } from '../../kit/endpoint.js'
import { AnnotationId, ModerationDecisionId, ModerationReportId, ProcessId } from '../../kit/ids.js'
import { DecideModeration, ModerationDecision, objectionLimit } from './decision.js'
import { LogPage } from './log.js'
import { ModerationNumbers } from './numbers.js'
import { ModerationQueue } from './queue.js'
import { ReportContribution, ReportReceipt, ReportView } from './report.js'
import { ModerationSettings, ModerationSettingsPage } from './settings.js'

export const getModerationQueue = endpoint({
  name: 'getModerationQueue',
  method: 'GET',
  path: '/api/moderation/queue',
  response: ModerationQueue,
})

/** Answers the decision that was made; the same command twice is one decision. */
export const decideModeration = endpoint({
  name: 'decideModeration',
  method: 'POST',
  path: '/api/moderation/decisions',
  body: DecideModeration,
  response: ModerationDecision,
})

/** For the author of the words and for moderators. */
export const getModerationDecision = endpoint({
  name: 'getModerationDecision',
  method: 'GET',
  path: '/api/moderation/decisions/:decisionId',
  params: z.object({ decisionId: ModerationDecisionId }),
  response: ModerationDecision,
})

/** By the author, once. */
export const objectToDecision = endpoint({
  name: 'objectToDecision',
  method: 'POST',
  path: '/api/moderation/decisions/:decisionId/objection',
  params: z.object({ decisionId: ModerationDecisionId }),
  body: z.object({ text: z.string().trim().min(1).max(objectionLimit) }),
  response: ModerationDecision,
})

/** By a moderator who has not made the decision. */
export const decideObjection = endpoint({
  name: 'decideObjection',
  method: 'POST',
  path: '/api/moderation/decisions/:decisionId/objection/outcome',
  params: z.object({ decisionId: ModerationDecisionId }),
  body: z.object({
    result: z.enum(['upheld', 'reversed']),
    reason: z.string().trim().min(1).max(objectionLimit),
  }),
  response: ModerationDecision,
})

/** By everybody. Without an account it takes a proof of work, see `kit/proof`. */
export const reportContribution = endpoint({
  name: 'reportContribution',
  method: 'POST',
  path: '/api/moderation/reports',
  body: ReportContribution,
  response: ReportReceipt,
})

export const getReport = endpoint({
  name: 'getReport',
  method: 'GET',
  path: '/api/moderation/reports/:code',
  params: z.object({ code: z.string().max(60) }),
  response: ReportView,
})

/** By whoever holds the code, once, when the words were left public. */
export const objectToReportDecision = endpoint({
  name: 'objectToReportDecision',
  method: 'POST',
  path: '/api/moderation/reports/:code/objection',
  params: z.object({ code: z.string().max(60) }),
  body: z.object({ text: z.string().trim().min(1).max(objectionLimit) }),
  response: ReportView,
})

/** By a moderator who has not made the decision: the words stay public. To hide them is a decision like any other. */
export const upholdReportDecision = endpoint({
  name: 'upholdReportDecision',
  method: 'POST',
  path: '/api/moderation/report-objections/:reportId/upheld',
  params: z.object({ reportId: ModerationReportId }),
  body: z.object({ reason: z.string().trim().min(1).max(objectionLimit) }),
  response: Nothing,
})

/** Follows the link in the receipt's mail: from now on the decision may go to that address. */
export const confirmReportAddress = endpoint({
  name: 'confirmReportAddress',
  method: 'POST',
  path: '/api/moderation/report-address',
  body: z.object({ token: z.string().max(2_000) }),
  response: Nothing,
})

/** The public words that a report is about, for whoever fills in the form. */
export const getReportable = endpoint({
  name: 'getReportable',
  method: 'GET',
  path: '/api/moderation/reportable/:annotationId',
  params: z.object({ annotationId: AnnotationId }),
  query: z.object({ reply: z.string().max(30).optional() }),
  response: z.object({
    documentTitle: z.object({ de: z.string(), en: z.string() }),
    documentSlug: z.string(),
    words: z.string(),
  }),
})

export const getModerationSettings = endpoint({
  name: 'getModerationSettings',
  method: 'GET',
  path: '/api/moderation/settings/:processId',
  params: z.object({ processId: ProcessId }),
  response: ModerationSettingsPage,
})

export const changeModerationSettings = endpoint({
  name: 'changeModerationSettings',
  method: 'PUT',
  path: '/api/moderation/settings/:processId',
  params: z.object({ processId: ProcessId }),
  body: ModerationSettings,
  response: ModerationSettingsPage,
})

export const getModerationLog = endpoint({
  name: 'getModerationLog',
  method: 'GET',
  path: '/api/moderation/log',
  query: z.object({ before: z.coerce.number().int().positive().optional() }),
  response: LogPage,
})

/** Of this year when left out; also as CSV at `/berichte/moderation-<year>.csv`. */
export const getModerationNumbers = endpoint({
  name: 'getModerationNumbers',
  method: 'GET',
  path: '/api/moderation/numbers',
  query: z.object({ year: z.coerce.number().int().min(2000).max(2999).optional() }),
  response: ModerationNumbers,
})
