import {
  getModerationDecision,
  getModerationLog,
  getModerationNumbers,
  getModerationQueue,
  getModerationSettings,
  getReportable,
} from '@randnotiz/contract/annotations/moderation/endpoints'
import { AnnotationId, ModerationDecisionId, type ProcessId } from '@randnotiz/contract/kit/ids'
import { ask } from '../../../platform/question.js'

export const queueQuestion = ask(getModerationQueue)

export const logQuestion = ask(getModerationLog)

export const numbersQuestion = ask(getModerationNumbers)

export const settingsQuestion = (processId: ProcessId) =>
  ask(getModerationSettings, { params: { processId } })

/** What no address of ours is asks for a decision that nobody has made. */
export function decisionQuestion(id: string) {
  const decisionId = ModerationDecisionId.safeParse(id).data ?? ModerationDecisionId.parse('0'.repeat(24))
  return ask(getModerationDecision, { params: { decisionId } })
}

export function reportableQuestion(id: string, reply: string | null) {
  const annotationId = AnnotationId.safeParse(id).data ?? AnnotationId.parse('0'.repeat(24))
  return ask(getReportable, { params: { annotationId }, query: reply === null ? {} : { reply } })
}
