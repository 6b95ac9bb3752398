import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import { DocumentCard } from './document-card.js'
import type { NumbersById } from './numbers.js'

type Props = { documents: readonly DocumentSummary[]; numbers: NumbersById }

/** Cards in the order of their numbers. */
export function DocumentGrid({ documents, numbers }: Props) {
  return (
    <ul className="document-grid">
      {documents
        .toSorted((a, b) => a.number - b.number)
        .map(document => (
          <li key={document.id}>
            <DocumentCard document={document} numbers={numbers.get(document.id)} />
          </li>
        ))}
    </ul>
  )
}
