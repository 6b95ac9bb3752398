import type { FindingOrder } from '@randnotiz/contract/annotations/finding'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import { compare, comparing } from '@randnotiz/domain/annotations/finding/orders'
import type { Placed } from './passing-in-text.js'

type Sortable = Placed & { document: DocumentSummary }

/** An order over several texts, which follow each other as the process has them. */
export function comparingIn(documents: readonly DocumentSummary[], order: FindingOrder) {
  const placeOfDocument = new Map(documents.map(({ id }, at) => [id, at]))
  const at = ({ document }: Sortable) => placeOfDocument.get(document.id) ?? 0
  return comparing<Sortable>(
    order,
    (a, b) =>
      at(a) - at(b) ||
      a.order.offsetOf(a.annotation) - b.order.offsetOf(b.annotation) ||
      compare(a.annotation.id, b.annotation.id),
  )
}
