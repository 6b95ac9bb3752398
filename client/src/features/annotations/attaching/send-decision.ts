import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { AttachAnnotation } from '@randnotiz/contract/annotations/commands'
import { postAttachment } from '@randnotiz/contract/annotations/endpoints'
import { attachAnnotation } from '@randnotiz/contract/annotations/messages'
import { CommandId } from '@randnotiz/contract/kit/ids'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import type { Platform } from '../../../platform/platform-context.js'
import type { Waiting } from './waiting.js'

type Said = Pick<AttachAnnotation, 'annotationId' | 'after'> &
  Pick<Waiting, 'decision' | 'passage' | 'reason'>

/** The command for a decision, with an id of its own; null while its passage is missing. */
export function decisionCommand({ decision, passage, ...said }: Said): AttachAnnotation | null {
  const rest = { ...said, commandId: CommandId.parse(crypto.randomUUID()) }
  if (decision === 'detached') return { decision, ...rest }
  return passage && { decision, passage, ...rest }
}

/** Over the socket, or by REST while there is none. What gets no answer is refused as unavailable. */
export function sendDecision(
  command: AttachAnnotation,
  { call, realtime }: Platform,
): Promise<Result<Annotation>> {
  const { annotationId } = command
  const sent =
    realtime.connection().type === 'online'
      ? realtime.send(attachAnnotation, command)
      : call(postAttachment, { params: { annotationId }, query: {}, body: command })
  return sent.catch(() => refuse('server/unavailable'))
}
