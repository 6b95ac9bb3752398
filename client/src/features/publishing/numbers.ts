import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { DocumentNumbers } from '@randnotiz/contract/publishing/numbers'

/** Live numbers by document. */
export type NumbersById = ReadonlyMap<DocumentId, DocumentNumbers>

export const noNumbers: NumbersById = new Map()

/** What is known, with newer numbers of some documents. */
export function withNumbers(known: NumbersById, newer: readonly DocumentNumbers[]): NumbersById {
  return new Map([...known, ...newer.map(each => [each.documentId, each] as const)])
}

/** Sums over the whole process. Somebody who reads two texts at once counts twice. */
export function totalsOf(numbers: NumbersById): { annotations: number; readers: number } {
  const all = [...numbers.values()]
  return {
    annotations: all.reduce((sum, each) => sum + each.annotations, 0),
    readers: all.reduce((sum, each) => sum + each.readers, 0),
  }
}
