import type { TextRange } from '@randnotiz/contract/annotations/target'
import type { Activity } from '../activity.js'
import { type AnnotatedText, linesOf } from '../painting/annotated-text.js'
import type { Passages } from '../passages.js'
import type { Contribution } from './contribution.js'
import { chosenRange } from './sentence-choice.js'

type Known = {
  text: AnnotatedText | null
  passages: Passages | null
  contributions: readonly Contribution[]
  /** Of the text; the answer is for this one. */
  version: number
}

/** The passage somebody is choosing or writing about, in the text as it is now. */
export function chosenIn(activity: Activity, { text, passages, contributions }: Known): TextRange | null {
  if (text === null || passages === null) return null
  if (activity.type === 'choosing') {
    const line = linesOf(text).find(({ block }) => block.id === activity.blockId)
    return line ? chosenRange({ text: line.words, start: line.block.start }, activity.choice) : null
  }
  if (activity.type !== 'writing') return null
  const words = contributions.find(({ commandId }) => commandId === activity.draft)?.words
  if (words?.type !== 'annotation' || words.passage === null) return null
  const renewed = passages.renew(words.passage)
  return renewed.type === 'lost' ? null : renewed.claim.range
}
