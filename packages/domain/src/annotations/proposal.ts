import type { Acceptance } from '@randnotiz/contract/annotations/proposal'
import type { DifferencePart } from '@randnotiz/contract/annotations/text-state'
import { wordDifference } from '../documents/word-difference.js'

/** One change of a wording: what stands in `[start, end)` of the old words becomes `text`. */
export type Hunk = { start: number; end: number; text: string }

/** What it takes to make one wording of another, in the order of the text. */
export function hunksBetween(before: string, after: string): Hunk[] {
  return hunksIn(wordDifference(before, after))
}

export function hunksIn(parts: readonly DifferencePart[]): Hunk[] {
  const hunks: Hunk[] = []
  let at = 0
  let open: Hunk | null = null
  for (const { kind, text } of parts) {
    if (kind === 'same') open = null
    else if (open === null) {
      open = { start: at, end: at, text: '' }
      hunks.push(open)
    }
    if (kind === 'added') {
      if (open) open.text += text
      continue
    }
    at += text.length
    if (open) open.end = at
  }
  return hunks
}

/** The old words with some of the changes made. */
export function withHunks(before: string, hunks: readonly Hunk[]): string {
  let result = ''
  let at = 0
  for (const { start, end, text } of hunks) {
    result += before.slice(at, start) + text
    at = end
  }
  return result + before.slice(at)
}

type Decision = { before: string; proposed: string; wording: string }

/** How much of a proposal a wording takes over. */
export function acceptanceOf({ before, proposed, wording }: Decision): Acceptance {
  if (wording.trim() === proposed.trim()) return 'whole'
  const offered = new Set(hunksBetween(before, proposed.trim()).map(nameOf))
  return hunksBetween(before, wording).every(hunk => offered.has(nameOf(hunk))) ? 'partly' : 'changed'
}

const nameOf = ({ start, end, text }: Hunk) => `${start} ${end} ${text}`
