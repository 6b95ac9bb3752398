import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import {
  type OwnContribution,
  type OwnContributionsPage,
  ownPageSize,
} from '@randnotiz/contract/annotations/own-contributions'
import type { AnnotationId, ReplyId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { mayRead, sightOf } from '@randnotiz/domain/annotations/moderation/sight'
import type { AnnotationRecord } from '../storage/record.js'
import { mayNotEditNow, mayNotEditReplyNow } from './may-not-edit.js'
import type { DeedParts } from './parts.js'

/** What somebody has written or replied to, newest first, with the text it is about and what became of it. */
export async function listOwnContributions(
  parts: DeedParts,
  before: AnnotationId | null,
  viewer: Viewer,
): Promise<Result<OwnContributionsPage>> {
  if (viewer.kind === 'anonymous') return refuse('accounts/sign-in-required')
  const records = await parts.annotations.ofPerson(viewer.id, before, ownPageSize + 1)
  const page = records.slice(0, ownPageSize)
  const annotations = await parts.view(page, sightOf(viewer))
  const contributions = await Promise.all(
    page.map(async (record, position): Promise<OwnContribution[]> => {
      const [annotation, document] = [annotations[position], await parts.documentById(record.documentId)]
      if (!annotation || !document) return []
      const allowed = await parts.askPermission(viewer, 'annotate', record.documentId)
      const isOwn = record.authorId === viewer.id
      const editable = isOwn && allowed.ok && (await mayNotEditNow(parts, record)) === null
      return [
        { annotation, document, editable, editableReplies: await editableReplies(parts, record, viewer) },
      ]
    }),
  )
  const last = records.length > ownPageSize ? page.at(-1) : undefined
  return accept({ contributions: contributions.flat(), next: last?._id ?? null })
}

/** The replies of somebody to a contribution that they may still put in other words. */
async function editableReplies(
  parts: DeedParts,
  record: AnnotationRecord,
  viewer: Exclude<Viewer, { kind: 'anonymous' }>,
): Promise<ReplyId[]> {
  const own = record.replies.filter(({ authorId }) => authorId === viewer.id)
  if (own.length === 0 || !mayRead(sightOf(viewer), record)) return []
  const allowed = await parts.askPermission(viewer, 'reply', record.documentId)
  if (!allowed.ok) return []
  const editable: ReplyId[] = []
  for (const reply of own)
    if ((await mayNotEditReplyNow(parts, record, reply)) === null) editable.push(reply._id)
  return editable
}
