import { wordDifference } from '../../documents/word-difference.js'

/** A change in words with marks that need no colour, and can be read aloud and typed: `[-old-] {+new+}`. */
export function markedChange({ before, after }: { before: string | null; after: string }): string {
  return wordDifference(before ?? '', after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('')
}
