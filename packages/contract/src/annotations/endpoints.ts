import { z } from 'zod'
import { endpoint } from '../kit/endpoint.js'
import { AnnotationId, DocumentId } from '../kit/ids.js'
import { Annotation } from './annotation.js'
import { FeedPage } from './change-feed.js'
import { CreateAnnotation, ReplyToAnnotation } from './commands.js'

export const listAnnotations = endpoint({
  name: 'listAnnotations',
  method: 'GET',
  path: '/api/documents/:documentId/annotations',
  params: z.object({ documentId: DocumentId }),
  query: z.object({ since: z.coerce.number().int().nonnegative().default(0) }),
  response: FeedPage,
})

/** The fallback for a client without a socket: the same deed as `annotation:create`. */
export const postAnnotation = endpoint({
  name: 'postAnnotation',
  method: 'POST',
  path: '/api/annotations',
  body: CreateAnnotation,
  response: Annotation,
})

/** The fallback for a client without a socket: the same deed as `annotation:reply`. */
export const postReply = endpoint({
  name: 'postReply',
  method: 'POST',
  path: '/api/annotations/:annotationId/replies',
  params: z.object({ annotationId: AnnotationId }),
  body: ReplyToAnnotation,
  response: Annotation,
})
