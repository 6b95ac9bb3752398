import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { AcceptProposal } from '@randnotiz/contract/annotations/commands'
import { postAcceptance } from '@randnotiz/contract/annotations/endpoints'
import { acceptProposal } from '@randnotiz/contract/annotations/messages'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import type { Platform } from '../../../platform/platform-context.js'

/** Over the socket, or by REST while there is none. What gets no answer is refused as unavailable. */
export function sendAcceptance(
  command: AcceptProposal,
  { call, realtime }: Platform,
): Promise<Result<Annotation>> {
  const { annotationId } = command
  const sent =
    realtime.connection().type === 'online'
      ? realtime.send(acceptProposal, command)
      : call(postAcceptance, { params: { annotationId }, query: {}, body: command })
  return sent.catch(() => refuse('server/unavailable'))
}
