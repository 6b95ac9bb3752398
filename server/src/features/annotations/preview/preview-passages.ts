import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import {
  type AffectedPassage,
  affectedLimit,
  PassageFate,
  type PassagePreview,
} from '@randnotiz/contract/annotations/passage-preview'
import type { AnnotationId, DocumentId } from '@randnotiz/contract/kit/ids'
import { sightOf } from '@randnotiz/domain/annotations/moderation/sight'
import { fateOf, wantsALook } from '@randnotiz/domain/annotations/passage-fate'
import type { JobThread } from '../../../platform/threads/job-thread.js'
import type { AnnotationStore } from '../storage/annotation-store.js'
import type { TextStates } from '../storage/text-states.js'
import type { ViewAnnotations } from '../view.js'
import type { PreviewAnswer, PreviewJob, Standing } from './preview-jobs.js'

export type PreviewParts = {
  annotations: AnnotationStore
  textStates: TextStates
  view: ViewAnnotations
  thread: JobThread<PreviewJob, PreviewAnswer>
}

export type PassagesQuestion = {
  documentId: DocumentId
  viewer: Viewer
  /** The live text as one Yjs update, and the edit that makes it another. */
  present: Uint8Array
  edit: Uint8Array
}

type Judged = { id: AnnotationId; fate: PassageFate; now: Standing; later: Standing }

/** What would become of all annotations of a document if its text were another one. Stores nothing. */
export async function previewPassages(
  parts: PreviewParts,
  { documentId, viewer, present, edit }: PassagesQuestion,
): Promise<PassagePreview> {
  const [passages, total] = await Promise.all([
    parts.annotations.passagesOf(documentId),
    parts.annotations.countTargets(documentId),
  ])
  const origins = await parts.textStates.texts([...new Set(passages.map(({ anchor }) => anchor.textStateId))])
  const found = await parts.thread.run({
    present,
    edit,
    origins,
    passages: passages.map(({ _id, resolution, decisions, anchor }) => ({
      id: _id,
      resolution,
      decisions,
      anchor,
    })),
  })
  const judged = passages.flatMap(({ _id }, number): Judged[] => {
    const standing = found[number]
    return standing ? [{ id: _id, fate: fateOf(standing.now, standing.later), ...standing }] : []
  })
  const counts = countFates(judged)
  // Staff have said of the others that their passage is gone.
  counts['still-lost'] += total.passages - passages.length
  counts.whole = total.whole
  return { counts, affected: await affectedBy(parts, judged, viewer) }
}

function countFates(judged: readonly Judged[]): Record<PassageFate, number> {
  const counts = Object.fromEntries(PassageFate.options.map(fate => [fate, 0])) as Record<PassageFate, number>
  for (const { fate } of judged) counts[fate]++
  return counts
}

async function affectedBy(
  { annotations, view }: PreviewParts,
  judged: readonly Judged[],
  viewer: Viewer,
): Promise<AffectedPassage[]> {
  const worst = judged
    .filter(({ fate }) => wantsALook(fate) !== null)
    .sort((a, b) => (wantsALook(a.fate) ?? 0) - (wantsALook(b.fate) ?? 0))
    .slice(0, affectedLimit)
  const records = await annotations.byIds(worst.map(({ id }) => id))
  const views = new Map((await view(records, sightOf(viewer))).map(one => [one.id, one]))
  return worst.flatMap(({ id, fate, now, later }) => {
    const annotation = views.get(id)
    return annotation ? [{ annotation, fate, now: wordsAt(now), later: wordsAt(later) }] : []
  })
}

const wordsAt = (standing: Standing): string | null => ('words' in standing ? standing.words : null)
