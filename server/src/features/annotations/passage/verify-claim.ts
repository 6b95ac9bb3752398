import { describePassage, fitOf, foldText } from '@randnotiz/anchoring'
import {
  type CrdtRange,
  type PassageClaim,
  passageLimit,
  type TextRange,
} from '@randnotiz/contract/annotations/target'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { Base64 } from '@randnotiz/contract/kit/wire-values'
import { createCrdtRange, isCrdtRange, resolveCrdtRange } from '@randnotiz/document-schema/crdt-range'
import type { LiveText } from '../live-text.js'

/** A passage of a text state that has been looked at: the quote stands there. */
export type VerifiedPassage = {
  /** The release it stands in; absent for a state of the live text. */
  release?: number
  text: string
  stateVector: Base64
  range: TextRange
  crdt: CrdtRange
}

/** The present text, and the texts that are remembered under the claimed state vector, newest first. */
export type KnownTexts = { live: LiveText; remembered: string[] }

/**
 * A client claims to have seen words at a place. Believed is what can be checked; offsets that fit no known text
 * are refused right away.
 *   1. Both ends of the CRDT range live in the present text and enclose the very words. Then the passage is there,
 *      wherever it has moved meanwhile.
 *   2. Otherwise the text has changed under the person's hands, and a state with the claimed vector is remembered in
 *      which the words stood at the offsets. Then the passage belongs to that state. The present text does not count
 *      here: would the person have seen it, the range would live. Several such states (a vector does not tell
 *      deletions apart) must agree about what stands beside the words.
 * Anything else is refused. What is kept is what was found, not what was claimed.
 */
export function verifyClaim(claim: PassageClaim, known: KnownTexts): Result<VerifiedPassage> {
  const shape = checkShape(claim)
  if (!shape.ok) return shape
  const passage = trimmed(claim)
  if (passage === null) return refuse('annotations/passage-outside', { field: 'passage' })
  const texts = [known.live.index.text, ...known.remembered]
  if (texts.every(text => fitOf(text, passage.range) !== 'fits'))
    return refuse('annotations/passage-outside', { field: 'passage' })
  return findPresent(passage, known.live) ?? findRemembered(passage, known)
}

/**
 * The same in a release: its text does not change, so the words have to stand exactly where they were claimed. `text` is
 * null when there is no such release. The characters are looked for in the live text, which descends from it.
 */
export function verifyInRelease(claim: PassageClaim, text: string | null): Result<VerifiedPassage> {
  const shape = checkShape(claim)
  if (!shape.ok) return shape
  const passage = trimmed(claim)
  if (passage === null || text === null || fitOf(text, passage.range) !== 'fits')
    return refuse('annotations/passage-outside', { field: 'passage' })
  const { range, exact, crdt, stateVector, release } = passage
  if (!text.startsWith(exact, range.start)) return refuse('annotations/passage-changed', { field: 'passage' })
  return accept({ text, stateVector, range, crdt, ...(release === undefined ? {} : { release }) })
}

function checkShape(claim: PassageClaim): Result<null> {
  const { range, exact, crdt } = claim
  if (Math.max(exact.length, range.end - range.start) > passageLimit)
    return refuse('annotations/passage-too-long', { field: 'passage' })
  if (range.end - range.start !== exact.length) return refuse('request/invalid', { field: 'passage.exact' })
  if (!isCrdtRange(crdt)) return refuse('request/invalid', { field: 'passage.crdt' })
  return accept(null)
}

/** White space at the edges of a selection belongs to nobody's quote. Null when nothing else is there to be seen. */
function trimmed(claim: PassageClaim): PassageClaim | null {
  const exact = claim.exact.trim()
  if (foldText(exact).trim() === '') return null
  const start = claim.range.start + claim.exact.indexOf(exact)
  return { ...claim, exact, range: { start, end: start + exact.length } }
}

function findPresent({ crdt, exact }: PassageClaim, { index, stateVector }: LiveText) {
  const found = resolveCrdtRange(index, crdt)
  if (found.kind !== 'alive' || found.text.trim() !== exact) return null
  const start = found.start + found.text.indexOf(exact)
  const range = { start, end: start + exact.length }
  const bound = createCrdtRange(index, range)
  return bound && accept({ text: index.text, stateVector, range, crdt: bound })
}

function findRemembered(claim: PassageClaim, { live, remembered }: KnownTexts): Result<VerifiedPassage> {
  const { stateVector, range, exact, crdt } = claim
  const standing = remembered.filter(
    text => text !== live.index.text && fitOf(text, range) === 'fits' && text.startsWith(exact, range.start),
  )
  const [text] = standing
  if (text === undefined || !agreeBeside(standing, range))
    return refuse('annotations/passage-changed', { field: 'passage' })
  return accept({ text, stateVector, range, crdt })
}

function agreeBeside(texts: string[], range: TextRange): boolean {
  const [first, ...others] = texts.map(text => describePassage(text, range))
  return others.every(quote => quote.prefix === first?.prefix || quote.suffix === first?.suffix)
}
