import type { TextRange } from '@randnotiz/contract/annotations/target'

export type { TextRange }

/** How a range lies in a text. `splits-character` means that an end stands inside a surrogate pair. */
export type Fit = 'fits' | 'outside' | 'splits-character'

/** Whether a range (UTF-16 units, half-open) can be cut out of a text without breaking a character. */
export function fitOf(text: string, range: TextRange): Fit {
  const { start, end } = range
  if (!Number.isInteger(start) || !Number.isInteger(end)) return 'outside'
  if (start < 0 || end > text.length || start >= end) return 'outside'
  return splitsCharacter(text, start) || splitsCharacter(text, end) ? 'splits-character' : 'fits'
}

/** Whether an offset stands between the two halves of a surrogate pair. */
export function splitsCharacter(text: string, offset: number): boolean {
  return isHighSurrogate(text.charCodeAt(offset - 1)) && isLowSurrogate(text.charCodeAt(offset))
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
