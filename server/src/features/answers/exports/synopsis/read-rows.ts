import type { SynopsisFilter } from '@randnotiz/contract/answers/exports/order'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import type { ProcessId } from '@randnotiz/contract/kit/ids'
import type { Language } from '@randnotiz/contract/kit/wire-values'
import { isIn, type SynopsisRow, synopsisRows } from '@randnotiz/domain/answers/synopsis/synopsis-row'
import type { NumberedContribution } from '../../../annotations/index.js'
import type { ExportParts } from '../parts.js'

export type RowsOrder = {
  processId: ProcessId
  language: Language
  names: 'without' | 'with'
  answers: 'published' | 'all'
  filter: SynopsisFilter
}

type Parts = Pick<ExportParts, 'annotations' | 'documents' | 'blackenings' | 'readCases' | 'readUnits'>

/** Contributions whose rows are made at once. */
const portion = 100

/** The rows of a synopsis, some at a time; every format and every figure is made of these. */
export async function* readRows(
  parts: Parts,
  order: RowsOrder,
  progress: (done: number, total: number) => void = () => {},
): AsyncGenerator<SynopsisRow[]> {
  const units = await parts.readUnits(order.processId)
  const unitName = (id: string) => units.find(unit => unit.id === id)?.name ?? id
  const documents = (await parts.documents.ofProcess(order.processId)).filter(
    ({ slug }) => order.filter.document === null || slug === order.filter.document,
  )
  const texts: [DocumentSummary, NumberedContribution[]][] = []
  for (const document of documents) texts.push([document, await parts.annotations.numbered(document.id)])
  const total = texts.reduce((sum, [, { length }]) => sum + length, 0)
  let done = 0
  for (const [document, contributions] of texts)
    for (let at = 0; at < contributions.length; at += portion) {
      const some = contributions.slice(at, at + portion)
      const rows = await rowsOf(parts, some, { ...order, document, unitName })
      done += some.length
      progress(done, total)
      yield rows.filter(row => isIn(row, order.filter))
    }
}

type Surroundings = RowsOrder & { document: DocumentSummary; unitName(id: string): string }

async function rowsOf(
  { readCases, blackenings }: Parts,
  contributions: readonly NumberedContribution[],
  { document, language, names, answers, unitName }: Surroundings,
): Promise<SynopsisRow[]> {
  const ids = contributions.map(({ contribution }) => contribution.id)
  const [cases, blackened] = await Promise.all([readCases(ids), blackenings.of(ids)])
  const { id, slug, kind, number, title } = document
  return contributions.flatMap(numbered => {
    const found = cases.get(numbered.contribution.id)
    if (found === undefined) return []
    const blackening = blackened.get(numbered.contribution.id) ?? null
    const source = {
      ...numbered,
      document: { id, slug, kind, number, title: title[language] },
      case: found,
      blackening,
    }
    return synopsisRows(source, { names, answers, unitName })
  })
}
