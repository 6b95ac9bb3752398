import { z } from 'zod'
import { Nothing } from '../kit/endpoint.js'
import { DocumentId } from '../kit/ids.js'
import { announcement, command } from '../kit/message.js'
import { Annotation } from './annotation.js'
import { FeedPage, Seq } from './change-feed.js'
import { AcceptProposal, AttachAnnotation, CreateAnnotation, ReplyToAnnotation } from './commands.js'
import { SetSupport } from './support.js'

export const createAnnotation = command('annotation:create', { payload: CreateAnnotation, reply: Annotation })

export const replyToAnnotation = command('annotation:reply', {
  payload: ReplyToAnnotation,
  reply: Annotation,
})

/** For staff: where an annotation belongs. */
export const attachAnnotation = command('annotation:attach', { payload: AttachAnnotation, reply: Annotation })

/** For staff: takes a proposed wording into the live text. */
export const acceptProposal = command('proposal:accept', { payload: AcceptProposal, reply: Annotation })
/** One for each person, to be taken back at any time. */
export const supportAnnotation = command('annotation:support', { payload: SetSupport, reply: Annotation })

/** Catch up since a number, and hear of every change from there on. Sent at every connect and reconnect. */
export const followAnnotations = command('annotations:follow', {
  payload: z.object({ documentId: DocumentId, since: Seq }),
  reply: FeedPage,
})

export const unfollowAnnotations = command('annotations:unfollow', {
  payload: z.object({ documentId: DocumentId }),
  reply: Nothing,
})

/** One step of the feed. A client that holds another number than `seq - 1` asks for what it missed. */
export const annotationChanged = announcement(
  'annotation:changed',
  z.object({ documentId: DocumentId, seq: Seq, annotation: Annotation }),
)
