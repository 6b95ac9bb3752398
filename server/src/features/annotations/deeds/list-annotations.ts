import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { FeedPage } from '@randnotiz/contract/annotations/change-feed'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { resolveCrdtRanges } from '@randnotiz/document-schema/crdt-range'
import { sightOf } from '@randnotiz/domain/annotations/moderation/sight'
import type { LiveText } from '../live-text.js'
import type { DeedParts } from './parts.js'

type Question = { documentId: DocumentId; since: number; viewer: Viewer }

/** What changed since a number, as the viewer may see it. Finishes first what a crash may have left between annotation and feed. */
export async function listAnnotations(
  parts: DeedParts,
  { documentId, since, viewer }: Question,
): Promise<Result<FeedPage>> {
  if (!(await parts.documentExists(documentId))) return refuse('documents/unknown')
  await parts.feed.flush(documentId)
  const page = await parts.feed.page(documentId, since, sightOf(viewer))
  const live = await parts.liveText(documentId)
  if (live === null) return accept(page)
  return accept({ ...page, annotations: withPresentRanges(page.annotations, live) })
}

/** Offsets move with every edit before them, which is not worth a change in the feed: the CRDT range knows them. */
export function withPresentRanges<Standing extends Pick<Annotation, 'resolution'>>(
  annotations: Standing[],
  { index }: LiveText,
): Standing[] {
  const ranges = resolveCrdtRanges(
    index,
    annotations.map(({ resolution }) => ('crdt' in resolution ? resolution.crdt : nowhere)),
  )
  return annotations.map((annotation, position) => {
    const range = ranges[position]
    if (range?.kind !== 'alive' || !('crdt' in annotation.resolution)) return annotation
    const { start, end } = range
    return { ...annotation, resolution: { ...annotation.resolution, range: { start, end } } }
  })
}

const nowhere = { start: '', end: '' }
