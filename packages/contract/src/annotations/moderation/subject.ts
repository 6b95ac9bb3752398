import { z } from 'zod'
import { AnnotationId, ReplyId } from '../../kit/ids.js'

/** What moderation is about: a contribution, or one of its replies. */
export const ModerationSubject = z.object({ annotationId: AnnotationId, replyId: ReplyId.nullable() })
export type ModerationSubject = z.infer<typeof ModerationSubject>
