import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { postAnnotation, postReply } from '@randnotiz/contract/annotations/endpoints'
import { createAnnotation, replyToAnnotation } from '@randnotiz/contract/annotations/messages'
import type { Result } from '@randnotiz/contract/kit/result'
import type { Platform } from '../../../platform/platform-context.js'
import { type Contribution, createCommand, replyCommand } from './contribution.js'

/** Sends a contribution over the socket, or by REST while there is none: the same deed under the same command id. */
export function deliver(
  contribution: Contribution,
  { call, realtime }: Platform,
): Promise<Result<Annotation>> {
  const online = realtime.connection().type === 'online'
  if (contribution.words.type === 'annotation') {
    const command = createCommand(contribution, contribution.words)
    return online
      ? realtime.send(createAnnotation, command)
      : call(postAnnotation, { params: {}, query: {}, body: command })
  }
  const command = replyCommand(contribution, contribution.words)
  const params = { annotationId: command.annotationId }
  return online
    ? realtime.send(replyToAnnotation, command)
    : call(postReply, { params, query: {}, body: command })
}
