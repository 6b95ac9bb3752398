import type { FindingOrder } from '@randnotiz/contract/annotations/finding'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import type { Placed } from './passing.js'

type Sortable = Placed & { document: DocumentSummary }
type Compare = (a: Sortable, b: Sortable) => number

/** Every order ends with the order of the texts, so that no two annotations change places between two pages. */
export function comparing(order: FindingOrder, documents: readonly DocumentSummary[]): Compare {
  const placeOfDocument = new Map(documents.map(({ id }, at) => [id, at]))
  const at = ({ document }: Sortable) => placeOfDocument.get(document.id) ?? 0
  const byPassage: Compare = (a, b) =>
    at(a) - at(b) ||
    a.order.offsetOf(a.annotation) - b.order.offsetOf(b.annotation) ||
    compare(a.annotation.id, b.annotation.id)
  const newestFirst: Compare = (a, b) => compare(b.annotation.createdAt, a.annotation.createdAt)
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

/** Ids and moments: by their signs, which `localeCompare` would take much longer for. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A number that is hidden does not decide the order either. */
const supporters = ({ annotation: { support } }: Sortable) => (support.kind === 'shown' ? support.count : 0)
