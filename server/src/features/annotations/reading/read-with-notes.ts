import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import {
  type AnnotatedStretch,
  mostOnOnePage,
  type TextWithNotes,
} from '@randnotiz/contract/annotations/with-notes'
import { BlockId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { splitHtml } from '@randnotiz/document-schema/split-html'
import { sightOf } from '@randnotiz/domain/annotations/moderation/sight'
import type { DeedParts } from '../deeds/parts.js'
import { placeNotes } from './place-notes.js'
import { type NotedBlock, slicesOf } from './slices.js'

type Question = { slug: string; from: BlockId | undefined; whole: boolean; viewer: Viewer }

/** A text as citizens see it, a part at a time, with what everybody may read of its contributions. */
export async function readWithNotes(
  parts: DeedParts,
  { slug, from, whole, viewer }: Question,
): Promise<Result<TextWithNotes>> {
  const document = await parts.documentBySlug(slug)
  const text = document && (await parts.readerText(document.id))
  const live = document && (await parts.liveText(document.id))
  if (!document || !text || !live) return refuse('documents/unknown')
  const annotations = (await parts.indexes.of(document.id)).all().map(({ annotation }) => annotation)
  const placed = placeNotes(splitHtml(text.html), annotations, live)
  const inOne = whole && annotations.length <= mostOnOnePage
  const slices = inOne ? [placed.blocks] : slicesOf(placed.blocks)
  const wanted = slices.findIndex(slice => from !== undefined && slice.some(({ ids }) => ids.includes(from)))
  const at = Math.max(0, wanted)
  const asNow = (some: readonly Annotation[]) => presently(parts, some, viewer)
  return accept({
    document,
    total: annotations.length,
    wholeText: at === 0 ? await asNow(placed.wholeText) : [],
    stretches: await stretchesOf(slices, at, asNow),
    elsewhere: at === slices.length - 1 ? await asNow(placed.elsewhere) : [],
    part: at + 1,
    parts: slices.map(([first], number) => (number === 0 ? null : BlockId.parse(first?.id))),
  })
}

type AsNow = (annotations: readonly Annotation[]) => Promise<Annotation[]>

/** The index holds what was so when a change was read; names and support are read as they are now. */
async function presently(
  { annotations, view }: DeedParts,
  some: readonly Annotation[],
  viewer: Viewer,
): Promise<Annotation[]> {
  const ids = some.map(({ id }) => id)
  const viewed = await view(await annotations.byIds(ids), sightOf(viewer))
  const byId = new Map(viewed.map(annotation => [annotation.id, annotation]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

/** Blocks without a contribution stand together with the next one that has any. */
async function stretchesOf(
  slices: readonly NotedBlock[][],
  at: number,
  asNow: AsNow,
): Promise<AnnotatedStretch[]> {
  const slice = slices[at] ?? []
  const notes = await asNow(slice.flatMap(block => block.notes))
  const byId = new Map(notes.map(note => [note.id, note]))
  const stretches: AnnotatedStretch[] = []
  let level = levelBefore(slices, at)
  let html = ''
  for (const block of slice) {
    level = block.level ?? level
    html += block.html
    if (block.notes.length === 0) continue
    stretches.push({ html, level, notes: block.notes.flatMap(({ id }) => byId.get(id) ?? []) })
    html = ''
  }
  return html === '' ? stretches : [...stretches, { html, level, notes: [] }]
}

/** A part may begin in the middle of a chapter. */
function levelBefore(slices: readonly NotedBlock[][], at: number): number {
  return (
    slices
      .slice(0, at)
      .flat()
      .findLast(({ level }) => level !== null)?.level ?? 1
  )
}
