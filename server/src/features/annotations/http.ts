import {
  editAnnotation,
  editReply,
  findAnnotations,
  getReadMark,
  getTextState,
  listAnnotations,
  listAttachments,
  listEarlierWordings,
  listOwnContributions,
  listOwnSupports,
  postAcceptance,
  postAnnotation,
  postAttachment,
  postReply,
  putReadMark,
  putSupport,
  withdrawContribution,
} from '@randnotiz/contract/annotations/endpoints'
import { importAnnotations } from '@randnotiz/contract/annotations/exchange/endpoints'
import { importLimit } from '@randnotiz/contract/annotations/exchange/import'
import { getLinked } from '@randnotiz/contract/annotations/links'
import { getTextWithNotes } from '@randnotiz/contract/annotations/with-notes'
import { refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import type { Mount } from '../../platform/http/endpoint-table.js'
import { acceptProposal } from './deeds/accept-proposal.js'
import { attachAnnotation } from './deeds/attach-annotation.js'
import { createAnnotation } from './deeds/create-annotation.js'
import { editAnnotation as edit } from './deeds/edit-annotation.js'
import { editReply as editOneReply } from './deeds/edit-reply.js'
import { findAnnotations as find } from './deeds/find-annotations.js'
import { getTextState as getState } from './deeds/get-text-state.js'
import { listAnnotations as list } from './deeds/list-annotations.js'
import { listAttachments as history } from './deeds/list-attachments.js'
import { listEarlierWordings as earlierWordings } from './deeds/list-earlier-wordings.js'
import { listOwnContributions as listOwn } from './deeds/list-own-contributions.js'
import { markRead, ownReadMark } from './deeds/mark-read.js'
import type { DeedParts } from './deeds/parts.js'
import { replyToAnnotation } from './deeds/reply-to-annotation.js'
import { ownSupports, supportAnnotation } from './deeds/support-annotation.js'
import { withdrawContribution as withdraw } from './deeds/withdraw-contribution.js'
import { importAnnotations as importFiles } from './exchange/import-annotations.js'
import { mountOpenData } from './exchange/open/mount-open-data.js'
import { findLinked } from './linking/find-linked.js'
import { readWithNotes } from './reading/read-with-notes.js'

/** The same deeds as over the socket, for pages rendered on the server and clients without one. */
export function mountAnnotations(mount: Mount, parts: DeedParts): void {
  mount(listAnnotations, ({ params, query }, { viewer }) => list(parts, { ...params, ...query, viewer }))
  mount(findAnnotations, ({ params, query }, { viewer }) => find(parts, { ...params, query, viewer }))
  mount(postAnnotation, ({ body }, { viewer }) => createAnnotation(parts, body, viewer))
  mount(postReply, async ({ params, body }, { viewer }) =>
    params.annotationId === body.annotationId
      ? replyToAnnotation(parts, body, viewer)
      : refuse('request/invalid', { field: 'annotationId' }),
  )
  mount(postAttachment, async ({ params, body }, { viewer }) =>
    params.annotationId === body.annotationId
      ? attachAnnotation(parts, body, viewer)
      : refuse('request/invalid', { field: 'annotationId' }),
  )
  mount(postAcceptance, async ({ params, body }, { viewer }) =>
    params.annotationId === body.annotationId
      ? acceptProposal(parts, body, viewer)
      : refuse('request/invalid', { field: 'annotationId' }),
  )
  mount(putSupport, async ({ params, body }, { viewer }) =>
    params.annotationId === body.annotationId
      ? supportAnnotation(parts, body, viewer)
      : refuse('request/invalid', { field: 'annotationId' }),
  )
  mount(getReadMark, (_, { viewer }) => ownReadMark(parts, viewer))
  mount(putReadMark, ({ body }, { viewer }) => markRead(parts, body, viewer))
  mount(listOwnSupports, ({ params }, { viewer }) => ownSupports(parts, params.documentId, viewer))
  mount(editAnnotation, async ({ params, body }, { viewer }) =>
    params.annotationId === body.annotationId
      ? edit(parts, body, viewer)
      : refuse('request/invalid', { field: 'annotationId' }),
  )
  mount(editReply, async ({ params, body }, { viewer }) =>
    params.annotationId === body.annotationId && params.replyId === body.replyId
      ? editOneReply(parts, body, viewer)
      : refuse('request/invalid', { field: 'replyId' }),
  )
  mount(withdrawContribution, async ({ params, body }, { viewer }) =>
    params.annotationId === body.annotationId
      ? withdraw(parts, body, viewer)
      : refuse('request/invalid', { field: 'annotationId' }),
  )
  mount(listOwnContributions, ({ query }, { viewer }) => listOwn(parts, query.before ?? null, viewer))
  mount(listEarlierWordings, ({ params }, { viewer }) => earlierWordings(parts, params.annotationId, viewer))
  mount(getTextWithNotes, ({ params, query }, { viewer }) =>
    readWithNotes(parts, { ...params, from: query.from, whole: query.whole === 'yes', viewer }),
  )
  mount(getLinked, ({ params }) => findLinked(parts, params))
  mount(listAttachments, ({ params }, { viewer }) => history(parts, params.annotationId, viewer))
  mount(getTextState, ({ params, query }, { viewer }) =>
    getState(parts, params, { annotationId: query.annotation ?? null, viewer }),
  )
  mountOpenData(mount, parts)
  mount(
    importAnnotations,
    ({ params, body }, { viewer }) => importFiles(parts, { ...body, slug: params.slug }, viewer),
    {
      limit: 'upload',
      mostJson: importLimit.characters * 2,
      mayCall: viewer => may(viewer, 'annotation:exchange'),
    },
  )
}
