import type { ArchivedAttachment } from '@randnotiz/contract/annotations/exchange/archived'
import type { DocumentId, TextStateId } from '@randnotiz/contract/kit/ids'
import {
  type CodePoints,
  codePointsOf,
  toCodePoints,
} from '@randnotiz/domain/annotations/exchange/code-points'
import type { PublicContribution } from '@randnotiz/domain/annotations/exchange/public-contribution'
import { type Archived, archivedContributions } from '@randnotiz/domain/annotations/exchange/to-archive'
import type { Sight } from '@randnotiz/domain/annotations/moderation/sight'
import { blackenedAnnotation } from '@randnotiz/domain/answers/synopsis/blackened-annotation'
import { withPresentRanges } from '../deeds/list-annotations.js'
import type { DeedParts } from '../deeds/parts.js'
import type { AnnotationRecord } from '../storage/record.js'

const portion = 200

export type ArchiveParts = Pick<
  DeedParts,
  'annotations' | 'view' | 'readBlackenings' | 'viewHistory' | 'liveText'
>

/** A contribution with its past; texts that its past quotes are still to be named and counted in code points. */
export type ReadArchived = Omit<Archived, 'history'> & {
  record: AnnotationRecord
  attachments: Omit<ArchivedAttachment, 'anchor'>[]
}

/** All contributions of a document whose words somebody of the staff may read, in whichever state, some at a time. */
export async function* readArchived(
  parts: ArchiveParts,
  { documentId, sight }: { documentId: DocumentId; sight: Sight },
): AsyncGenerator<ReadArchived[]> {
  for (let last = null, more = true; more; ) {
    const records = await parts.annotations.after(documentId, last, portion)
    last = records.at(-1)?._id ?? null
    more = records.length === portion
    const byId = new Map(records.map(record => [record._id, record]))
    const blackenings = await parts.readBlackenings(records.map(({ _id }) => _id))
    const annotations = archivedContributions(
      (await parts.view(records, sight)).map(one =>
        blackenedAnnotation(one, blackenings.get(one.id) ?? null),
      ),
    )
    const present = await presentPlaces(parts, documentId, annotations)
    const read: ReadArchived[] = []
    for (const [position, annotation] of annotations.entries()) {
      const record = byId.get(annotation.id)
      if (record === undefined) continue
      const attachments = await decisionsOn(parts, record)
      read.push({ annotation, record, attachments, present: present[position] ?? null })
    }
    if (read.length > 0) yield read
  }
}

async function decisionsOn(
  { viewHistory }: ArchiveParts,
  record: AnnotationRecord,
): Promise<Omit<ArchivedAttachment, 'anchor'>[]> {
  if (record.attachments.length === 0) return []
  const { entries } = await viewHistory(record)
  return entries.map(({ attachment: { decision, decidedAt }, from, reason, by }) => ({
    decision,
    from,
    reason,
    by: by.pseudonym,
    decidedAt,
  }))
}

async function presentPlaces(
  { liveText }: ArchiveParts,
  documentId: DocumentId,
  annotations: PublicContribution[],
): Promise<Archived['present'][]> {
  const live = await liveText(documentId)
  if (live === null) return []
  const { text } = live.index
  const codePoints = codePointsOf(text)
  return withPresentRanges(annotations, live).map(({ resolution }) => {
    if (resolution.status !== 'exact' && resolution.status !== 'changed') return null
    const { start, end } = resolution.range
    return { ...counted(codePoints, { start, end }), exact: text.slice(start, end) }
  })
}

/** A range in code points. */
export function counted(codePoints: CodePoints, range: { start: number; end: number }) {
  return { start: toCodePoints(codePoints, range.start), end: toCodePoints(codePoints, range.end) }
}

/** Every text that a contribution or its past quotes. */
export function textsQuotedBy({ target, attachments }: AnnotationRecord): TextStateId[] {
  const anchors = attachments.flatMap(({ anchor }) => (anchor ? [anchor.textStateId] : []))
  return target.kind === 'passage' ? [target.textStateId, ...anchors] : anchors
}
