import type { FindingOrder } from '@randnotiz/contract/annotations/finding'
import type { Searched } from './searched.js'

type Compare<Each> = (a: Each, b: Each) => number

/** Every order ends with that of the text, so that no two contributions change places between two looks. */
export function comparing<Each extends Searched>(
  order: FindingOrder,
  byPassage: Compare<Each>,
): Compare<Each> {
  switch (order) {
    case 'passage':
      return byPassage
    case 'newest':
      return (a, b) => newestFirst(a, b) || byPassage(a, b)
    case 'supported':
      return (a, b) => supporters(b) - supporters(a) || byPassage(a, b)
    case 'unanswered':
      return (a, b) => Number(a.answered) - Number(b.answered) || -newestFirst(a, b) || byPassage(a, b)
  }
}

const newestFirst: Compare<Searched> = (a, b) => compare(b.annotation.createdAt, a.annotation.createdAt)

/** Ids and moments: by their signs, which `localeCompare` would take much longer for. */
export const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A number that is hidden does not decide the order either. */
const supporters = ({ annotation: { support } }: Searched) => (support.kind === 'shown' ? support.count : 0)
