import { type Annotation, bodyLimit } from '@randnotiz/contract/annotations/annotation'
import { contextLength, passageLimit } from '@randnotiz/contract/annotations/target'
import { type Change, type PublicAnswer, reasonLimit } from '@randnotiz/contract/answers/answer'
import type { Blackening } from '@randnotiz/contract/answers/exports/blackening'
import { blackenedWords, type ReadableWords } from './blacken.js'

/**
 * A contribution as everybody reads it: with bars in its own words, and without the same words in what others say to it.
 * The passage it is about is the city's own text, which stands beside it anyway, and by which it is found.
 */
export function blackenedAnnotation<Viewed extends Annotation>(
  annotation: Viewed,
  blackening: Blackening | null,
): Viewed {
  const readable = readableOf(annotation, blackening)
  if (readable.blackened === 'nothing') return annotation
  const { words, blackened, beside } = readable
  return {
    ...annotation,
    body: cut(words.body, bodyLimit),
    reason: cut(words.reason, bodyLimit),
    instead: cut(words.instead, bodyLimit),
    replacement: cut(words.replacement, bodyLimit),
    replies: annotation.replies.map(reply => ({
      ...reply,
      body: reply.body === null ? null : cut(beside(reply.body), bodyLimit),
    })),
    answer: annotation.answer && blackenedAnswer(annotation.answer, readable),
    blackened,
  }
}

/** The same for files, in which the passage stands alone: what was blackened is gone from it too. */
export function blackenedForFile<Viewed extends Annotation>(
  annotation: Viewed,
  blackening: Blackening | null,
): Viewed {
  const { blackened, beside } = readableOf(annotation, blackening)
  const { target } = annotation
  if (blackened === 'nothing') return annotation
  if (target.kind === 'document') return blackenedAnnotation(annotation, blackening)
  const { exact, prefix, suffix } = target.quote
  const quote = {
    exact: cut(beside(exact), passageLimit),
    prefix: beside(prefix).slice(-contextLength),
    suffix: beside(suffix).slice(0, contextLength),
  }
  return blackenedAnnotation({ ...annotation, target: { ...target, quote } }, blackening)
}

/** Old and new words of a text, without those that were blackened. */
export function changeBeside(change: Change, beside: ReadableWords['beside']): Change {
  const after = beside(change.after)
  return change.kind === 'proposal'
    ? { ...change, before: beside(change.before), after }
    : { ...change, before: change.before && beside(change.before), after }
}

const readableOf = (
  { edition, body, reason, instead, replacement }: Annotation,
  blackening: Blackening | null,
) => blackenedWords({ edition, body, reason, instead, replacement }, blackening)

function blackenedAnswer({ points, open }: PublicAnswer, { beside, moved }: ReadableWords): PublicAnswer {
  return {
    open,
    points: points.map(({ pieces, reason, change, ...point }) => ({
      ...point,
      pieces: pieces.map(moved),
      reason: cut(beside(reason), reasonLimit),
      change: change && changeBeside(change, beside),
    })),
  }
}

/** Bars may be longer than what they stand for, and what leaves has its limits. */
function cut<Text extends string | null>(text: Text, limit: number): Text | string {
  return text === null || text.length <= limit ? text : `${text.slice(0, limit - 2)} …`
}
