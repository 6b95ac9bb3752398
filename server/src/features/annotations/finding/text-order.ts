import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { TextRange } from '@randnotiz/contract/annotations/target'
import type { OutlineEntry } from '@randnotiz/contract/documents/document'
import { resolveCrdtRanges } from '@randnotiz/document-schema/crdt-range'
import { outlineOf } from '@randnotiz/domain/documents/outline'
import type { LiveText } from '../live-text.js'

/** Where the annotations of one text stand in it now, and in which chapters. */
export type TextOrder = {
  chapters: OutlineEntry[]
  /** Offset of the passage; annotations on the whole text come first, those without a place last. */
  offsetOf(annotation: Annotation): number
  /** Offset of its last character; null for one without a place. */
  endOf(annotation: Annotation): number | null
  /** Nearest heading before the passage. */
  chapterOf(annotation: Annotation): OutlineEntry | null
  /** Whether a passage stands in a chapter or one of its sub-chapters. */
  isIn(annotation: Annotation, chapter: OutlineEntry): boolean
}

const nowhere = { start: '', end: '' }

/** With an outline that a person may see, its headings are the chapters, in its words. */
export function textOrderOf(
  { index }: LiveText,
  annotations: readonly Annotation[],
  readable: readonly OutlineEntry[] | null,
): TextOrder {
  const chapters = chaptersOf(outlineOf(index.text, index.blocks), readable)
  const startOf = new Map(index.blocks.map(({ id, start }) => [id, start]))
  const starts = chapters.map(({ blockId }) => startOf.get(blockId) ?? 0)
  const ranges = resolveCrdtRanges(
    index,
    annotations.map(({ resolution }) => ('crdt' in resolution ? resolution.crdt : nowhere)),
  )
  const places = new Map(
    annotations.map((annotation, at) => [annotation.id, placeIn(annotation, ranges[at])]),
  )
  const offsetOf = (annotation: Annotation) => {
    if (annotation.resolution.status === 'whole') return -1
    return places.get(annotation.id)?.start ?? Number.MAX_SAFE_INTEGER
  }
  const chapterAt = (annotation: Annotation) => {
    const offset = offsetOf(annotation)
    return isPlace(offset) ? starts.findLastIndex(start => start <= offset) : -1
  }
  return {
    chapters,
    offsetOf,
    endOf: annotation => {
      const place = places.get(annotation.id) ?? null
      return place && Math.max(place.start, place.end - 1)
    },
    chapterOf: annotation => chapters[chapterAt(annotation)] ?? null,
    isIn: (annotation, chapter) => {
      const first = chapters.findIndex(({ blockId }) => blockId === chapter.blockId)
      const behind = chapters.findIndex(({ level }, at) => at > first && level <= chapter.level)
      const at = chapterAt(annotation)
      return first >= 0 && at >= first && (behind < 0 || at < behind)
    },
  }
}

function chaptersOf(live: OutlineEntry[], readable: readonly OutlineEntry[] | null): OutlineEntry[] {
  if (readable === null) return live
  const named = new Map(readable.map(entry => [entry.blockId, entry]))
  return live.flatMap(({ blockId }) => named.get(blockId) ?? [])
}

const isPlace = (offset: number) => offset >= 0 && offset < Number.MAX_SAFE_INTEGER

function placeIn(
  { resolution }: Annotation,
  live: ReturnType<typeof resolveCrdtRanges>[number] | undefined,
): TextRange | null {
  if (live?.kind === 'alive') return live
  return 'range' in resolution ? resolution.range : null
}
