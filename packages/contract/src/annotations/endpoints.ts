import { z } from 'zod'
import { endpoint } from '../kit/endpoint.js'
import { AnnotationId, DocumentId, ReplyId, Slug, TextStateId } from '../kit/ids.js'
import { Annotation } from './annotation.js'
import { AttachmentHistory } from './attachment-history.js'
import { FeedPage } from './change-feed.js'
import {
  AcceptProposal,
  AttachAnnotation,
  CreateAnnotation,
  EditAnnotation,
  EditReply,
  ReplyToAnnotation,
  WithdrawContribution,
} from './commands.js'
import { FindingPage, FindingQuery, OwnReadMark, ReadMark } from './finding.js'
import { OwnContributionsPage } from './own-contributions.js'
import { SetSupport } from './support.js'
import { TextStatePage } from './text-state.js'
import { EarlierWordings } from './wordings.js'

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

/** The fallback for a client without a socket: the same deed as `annotation:attach`. */
export const postAttachment = endpoint({
  name: 'postAttachment',
  method: 'POST',
  path: '/api/annotations/:annotationId/attachments',
  params: z.object({ annotationId: AnnotationId }),
  body: AttachAnnotation,
  response: Annotation,
})

/** The fallback for a client without a socket: the same deed as `proposal:accept`. */
export const postAcceptance = endpoint({
  name: 'postAcceptance',
  method: 'POST',
  path: '/api/annotations/:annotationId/acceptance',
  params: z.object({ annotationId: AnnotationId }),
  body: AcceptProposal,
  response: Annotation,
})

/** Its author puts a contribution in other words. */
export const editAnnotation = endpoint({
  name: 'editAnnotation',
  method: 'POST',
  path: '/api/annotations/:annotationId/wording',
  params: z.object({ annotationId: AnnotationId }),
  body: EditAnnotation,
  response: Annotation,
})

/** Its author puts a reply in other words. */
export const editReply = endpoint({
  name: 'editReply',
  method: 'POST',
  path: '/api/annotations/:annotationId/replies/:replyId/wording',
  params: z.object({ annotationId: AnnotationId, replyId: ReplyId }),
  body: EditReply,
  response: Annotation,
})

/** Its author takes a contribution back, or a reply. */
export const withdrawContribution = endpoint({
  name: 'withdrawContribution',
  method: 'POST',
  path: '/api/annotations/:annotationId/withdrawal',
  params: z.object({ annotationId: AnnotationId }),
  body: WithdrawContribution,
  response: Annotation,
})

/** What the viewer has written, with what became of it; for accounts and guests. */
export const listOwnContributions = endpoint({
  name: 'listOwnContributions',
  method: 'GET',
  path: '/api/contributions/own',
  query: z.object({ before: AnnotationId.optional() }),
  response: OwnContributionsPage,
})

/** For staff only: how a contribution and its replies read before. */
export const listEarlierWordings = endpoint({
  name: 'listEarlierWordings',
  method: 'GET',
  path: '/api/annotations/:annotationId/earlier-wordings',
  params: z.object({ annotationId: AnnotationId }),
  response: EarlierWordings,
})

/** For staff only. */
export const listAttachments = endpoint({
  name: 'listAttachments',
  method: 'GET',
  path: '/api/annotations/:annotationId/attachments',
  params: z.object({ annotationId: AnnotationId }),
  response: AttachmentHistory,
})

/** A text as it stood when somebody annotated it; with `annotation`, also its passage there and what became of it. */
export const getTextState = endpoint({
  name: 'getTextState',
  method: 'GET',
  path: '/api/documents/:documentId/text-states/:textStateId',
  params: z.object({ documentId: DocumentId, textStateId: TextStateId }),
  query: z.object({ annotation: AnnotationId.optional() }),
  response: TextStatePage,
})

/** The fallback for a client without a socket: the same deed as `annotation:support`. */
export const putSupport = endpoint({
  name: 'putSupport',
  method: 'PUT',
  path: '/api/annotations/:annotationId/support',
  params: z.object({ annotationId: AnnotationId }),
  body: SetSupport,
  response: Annotation,
})

/** Which annotations of a document the viewer supports. */
export const listOwnSupports = endpoint({
  name: 'listOwnSupports',
  method: 'GET',
  path: '/api/documents/:documentId/own-supports',
  params: z.object({ documentId: DocumentId }),
  response: z.array(AnnotationId),
})

/** Looks for contributions in all texts of a process; only what everybody may read is found. */
export const findAnnotations = endpoint({
  name: 'findAnnotations',
  method: 'GET',
  path: '/api/processes/:slug/annotations',
  params: z.object({ slug: Slug }),
  query: FindingQuery,
  response: FindingPage,
})

/** Up to when the viewer has read. */
export const getReadMark = endpoint({
  name: 'getReadMark',
  method: 'GET',
  path: '/api/annotations/read-mark',
  response: OwnReadMark,
})

/** Marks everything up to a moment as read; answers what holds now. */
export const putReadMark = endpoint({
  name: 'putReadMark',
  method: 'PUT',
  path: '/api/annotations/read-mark',
  body: ReadMark,
  response: ReadMark,
})
