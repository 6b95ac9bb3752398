/**
 * From a stretch of the text on the screen to what a client claims to have seen: offsets, words, the state of the text
 * and a range bound to the words' own characters. A selection made by hand is rarely exact, so it is first trimmed:
 * no white space at its edges, no half characters.
 */
import { fitOf, type TextRange } from '@randnotiz/anchoring'
import { type PassageClaim, passageLimit } from '@randnotiz/contract/annotations/target'
import { createCrdtRange, resolveCrdtRange } from '@randnotiz/document-schema/crdt-range'
import type { FlatIndex } from '@randnotiz/document-schema/flat-text'

/** A state of the live text, and its Yjs state vector in base64. */
export type SeenText = { index: FlatIndex; stateVector: string; release?: number }

export type ClaimResult =
  | { type: 'claimed'; claim: PassageClaim }
  | { type: 'nothing-selected' }
  | { type: 'too-long'; length: number; limit: number }

export function claimPassage(seen: SeenText, selected: TextRange): ClaimResult {
  const range = trimmed(seen.index.text, selected)
  if (range === null) return { type: 'nothing-selected' }
  const length = range.end - range.start
  if (length > passageLimit) return { type: 'too-long', length, limit: passageLimit }
  const crdt = createCrdtRange(seen.index, range)
  if (crdt === null) return { type: 'nothing-selected' }
  const exact = seen.index.text.slice(range.start, range.end)
  return { type: 'claimed', claim: { ...stateOf(seen), range, exact, crdt } }
}

function stateOf({ stateVector, release }: SeenText): Pick<PassageClaim, 'stateVector' | 'release'> {
  return release === undefined ? { stateVector } : { stateVector, release }
}

export type RenewedClaim =
  | { type: 'same-words'; claim: PassageClaim }
  | { type: 'other-words'; claim: PassageClaim }
  | { type: 'lost' }

/** The same passage in the text as it is now, after staff have gone on writing. */
export function renewClaim(seen: SeenText, claim: PassageClaim): RenewedClaim {
  const found = resolveCrdtRange(seen.index, claim.crdt)
  if (found.kind !== 'alive') return { type: 'lost' }
  const renewed = claimPassage(seen, { start: found.start, end: found.end })
  if (renewed.type !== 'claimed') return { type: 'lost' }
  const type = renewed.claim.exact === claim.exact ? 'same-words' : 'other-words'
  return { type, claim: renewed.claim }
}

/** The range without white space at its edges and without halves of surrogate pairs; null when nothing is left. */
export function trimmed(text: string, { start, end }: TextRange): TextRange | null {
  const words = text.slice(start, end)
  const from = start + (words.length - words.trimStart().length)
  const to = from + words.trim().length
  if (from >= to) return null
  const range = { start: from, end: to }
  switch (fitOf(text, range)) {
    case 'fits':
      return range
    case 'splits-character':
      return widened(text, range)
    case 'outside':
      return null
  }
}

function widened(text: string, { start, end }: TextRange): TextRange | null {
  const wider = [
    { start: start - 1, end },
    { start, end: end + 1 },
    { start: start - 1, end: end + 1 },
  ]
  return wider.find(range => fitOf(text, range) === 'fits') ?? null
}
