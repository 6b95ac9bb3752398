/**
 * A range of text bound to its own characters. Yjs gives every character an id for life; the range keeps the id of
 * the quote's first character (assoc 0) and of its last one (assoc -1). Text typed before, behind or inside moves or
 * stretches it without any further work, on every client alike.
 *
 * Ids are not proof. Splitting a paragraph, changing its type, moving it and undoing a deletion make new characters
 * with new ids: the old ones are dead although the words stand there. So a range resolves to
 *   alive    both end characters and everything around them live, and they stand in order. The text between them
 *            may still have changed: it comes along, and the caller compares it with the quote.
 *   damaged  at least one end died. `candidate` is where the rest stands, to be looked at by somebody who knows
 *            the quote; never to be painted as it is.
 *   gone     nothing of it is left here (or it has not arrived yet).
 *
 * Redone items are not followed: only the client that pressed undo knows them, and all must agree.
 */
import * as Y from 'yjs'
import { fromBase64, toBase64 } from './base64.js'
import { characterAt, type FlatIndex, lastStartingAt, type TextPosition } from './flat-text.js'

/** Two encoded Yjs relative positions, in base64, as they cross the wire. */
export interface CrdtRange {
  readonly start: string
  readonly end: string
}

/** Half-open, offsets in the flat text in UTF-16 units. */
export interface OffsetRange {
  readonly start: number
  readonly end: number
}

export type ResolvedCrdtRange =
  | { readonly kind: 'alive'; readonly start: number; readonly end: number; readonly text: string }
  | { readonly kind: 'damaged'; readonly candidate?: OffsetRange }
  | { readonly kind: 'gone' }

/**
 * Binds a range of the flat text to its first and last character; line breaks at its edges are not bound. Null when
 * the range is empty, lies outside, holds no character, or cuts a surrogate pair.
 */
export function createCrdtRange(index: FlatIndex, range: OffsetRange): CrdtRange | null {
  if (!(range.start >= 0 && range.start < range.end && range.end <= index.text.length)) return null
  if (cutsSurrogatePair(index.text, range.start) || cutsSurrogatePair(index.text, range.end)) return null
  const first = firstCharacter(index, range)
  const last = lastCharacter(index, range)
  if (first === null || last === null) return null
  const start = Y.createRelativePositionFromTypeIndex(first.type, first.index, 0)
  const end = Y.createRelativePositionFromTypeIndex(last.type, last.index + 1, -1)
  return { start: encode(start), end: encode(end) }
}

const encode = (position: Y.RelativePosition): string => toBase64(Y.encodeRelativePosition(position))

function cutsSurrogatePair(text: string, offset: number): boolean {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff
}

function firstCharacter(index: FlatIndex, { start, end }: OffsetRange): TextPosition | null {
  const here = characterAt(index, start)
  if (here !== null) return here
  const next = index.segments[lastStartingAt(index.segments, start) + 1]
  return next !== undefined && next.start < end ? { type: next.type, index: 0 } : null
}

function lastCharacter(index: FlatIndex, { start, end }: OffsetRange): TextPosition | null {
  const segment = index.segments[lastStartingAt(index.segments, end - 1)]
  if (segment === undefined || segment.end <= start) return null
  return { type: segment.type, index: Math.min(end, segment.end) - 1 - segment.start }
}

/** Whether a range from outside is one: two positions, each bound to a character on the right side. */
export function isCrdtRange(range: CrdtRange): boolean {
  return decode(range.start, 'start') !== null && decode(range.end, 'end') !== null
}

type Edge = 'start' | 'end'

/** Ranges are kept as they came, and asked for again with every change of a text. */
const knownEnds = new WeakMap<CrdtRange, Readonly<Record<Edge, Y.ID | null>>>()

function endsOf(range: CrdtRange): Readonly<Record<Edge, Y.ID | null>> {
  const known = knownEnds.get(range)
  if (known !== undefined) return known
  const ends = { start: decode(range.start, 'start'), end: decode(range.end, 'end') }
  knownEnds.set(range, ends)
  return ends
}

function decode(encoded: string, edge: Edge): Y.ID | null {
  // 31 bytes hold any such position.
  if (encoded.length > 44) return null
  try {
    const { item, assoc } = Y.decodeRelativePosition(fromBase64(encoded))
    return item !== null && assoc < 0 === (edge === 'end') ? item : null
  } catch {
    return null
  }
}

/** Resolves one range against the current document. A malformed range is gone. */
export function resolveCrdtRange(index: FlatIndex, range: CrdtRange): ResolvedCrdtRange {
  return resolveCrdtRanges(index, [range])[0] ?? { kind: 'gone' }
}

/** Resolves many ranges at once: about linear in their number plus the texts they stand in. */
export function resolveCrdtRanges(index: FlatIndex, ranges: readonly CrdtRange[]): ResolvedCrdtRange[] {
  const doc = docOf(index)
  if (doc === null) return ranges.map(() => ({ kind: 'gone' }))
  const resolver = new RangeResolver(index, doc.store)
  return ranges.map(range => resolver.resolve(range))
}

function docOf(index: FlatIndex): Y.Doc | null {
  for (const type of index.startOf.keys()) return type.doc
  return null
}

/** Where an end stands now; `alive` is false when its character is dead and only its place is known. */
interface Found {
  readonly alive: boolean
  readonly offset: number
}

class RangeResolver {
  /** Offsets of the living items, text by text, filled in when a range asks for it. */
  private readonly offsets = new Map<Y.XmlText, ReadonlyMap<Y.Item, number>>()

  constructor(
    private readonly index: FlatIndex,
    private readonly store: Y.Doc['store'],
  ) {}

  resolve(range: CrdtRange): ResolvedCrdtRange {
    const ends = endsOf(range)
    const start = this.find(ends.start, 'start')
    const end = this.find(ends.end, 'end')
    if (!start?.alive && !end?.alive) return this.remains(start, end)
    if (start === null || end === null || start.offset >= end.offset) return { kind: 'damaged' }
    const offsets = { start: start.offset, end: end.offset }
    if (!start.alive || !end.alive) return { kind: 'damaged', candidate: offsets }
    return { kind: 'alive', ...offsets, text: this.index.text.slice(offsets.start, offsets.end) }
  }

  /** Both ends are dead; what stood between them may live on. */
  private remains(start: Found | null, end: Found | null): ResolvedCrdtRange {
    if (start === null || end === null || start.offset >= end.offset) return { kind: 'gone' }
    return { kind: 'damaged', candidate: { start: start.offset, end: end.offset } }
  }

  private find(id: Y.ID | null, edge: Edge): Found | null {
    if (id === null || Y.getState(this.store, id.client) <= id.clock) return null
    const item = Y.getItem(this.store, id)
    // Collected garbage is no Item any more: it knows neither neighbours nor parent.
    if (!(item instanceof Y.Item) || !(item.parent instanceof Y.XmlText)) return null
    // Only texts that stand in the document have an offset: all parents of `item` are alive.
    const offsets = this.offsetsIn(item.parent)
    if (offsets === null) return null
    const offset = offsets.get(item)
    if (offset !== undefined) {
      return { alive: true, offset: offset + id.clock - item.id.clock + (edge === 'end' ? 1 : 0) }
    }
    return { alive: false, offset: this.placeOf(item, { parent: item.parent, offsets }) }
  }

  private offsetsIn(text: Y.XmlText): ReadonlyMap<Y.Item, number> | null {
    const known = this.offsets.get(text)
    if (known !== undefined) return known
    let offset = this.index.startOf.get(text)
    if (offset === undefined) return null
    const offsets = new Map<Y.Item, number>()
    for (let item = text._start; item !== null; item = item.right) {
      if (item.deleted || !item.countable) continue
      offsets.set(item, offset)
      offset += item.length
    }
    this.offsets.set(text, offsets)
    return offsets
  }

  /** Where a dead item would stand: behind its nearest living neighbour on the left. */
  private placeOf(
    dead: Y.Item,
    { parent, offsets }: { parent: Y.XmlText; offsets: ReadonlyMap<Y.Item, number> },
  ): number {
    for (let item = dead.left; item !== null; item = item.left) {
      const offset = offsets.get(item)
      if (offset !== undefined) return offset + item.length
    }
    return this.index.startOf.get(parent) ?? 0
  }
}
