import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import {
  type OwnContribution,
  type OwnContributionsPage,
  ownPageSize,
} from '@randnotiz/contract/annotations/own-contributions'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { sightOf } from '@randnotiz/domain/annotations/moderation/sight'
import { mayNotEditNow } from './may-not-edit.js'
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
      return [{ annotation, document, editable }]
    }),
  )
  const last = records.length > ownPageSize ? page.at(-1) : undefined
  return accept({ contributions: contributions.flat(), next: last?._id ?? null })
}
