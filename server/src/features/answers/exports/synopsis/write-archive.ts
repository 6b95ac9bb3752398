import type { OrderOf } from '@randnotiz/contract/answers/exports/order'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import type { Process } from '@randnotiz/contract/publishing/process'
import type { SynopsisRow } from '@randnotiz/domain/answers/synopsis/synopsis-row'
import type { ExportParts } from '../parts.js'
import type { SynopsisHead } from './synopsis-head.js'
import { titleOf } from './synopsis-texts.js'

type Archive = { order: OrderOf<'synopsis'>; head: SynopsisHead; process: Process }

/** The contributions of a synopsis as Web Annotations, with what the city has said to them in public. */
export async function* writeArchive(
  parts: Pick<ExportParts, 'annotations' | 'documents' | 'siteAddress' | 'licence'>,
  { order, head, process }: Archive,
  portions: AsyncIterable<SynopsisRow[]>,
): AsyncGenerator<string> {
  const ids = new Set<AnnotationId>()
  for await (const rows of portions) for (const row of rows) ids.add(row.annotationId)
  const base = parts.siteAddress()
  const documents = await parts.documents.ofProcess(process.id)
  yield* parts.annotations.webAnnotations({
    id: `${base}/#${process.slug}`,
    label: [titleOf(head), ...head.filters.map(({ name, value }) => `${name}: ${value}`)].join(' – '),
    base,
    names: order.names === 'with' ? 'named' : 'nameless',
    licence: parts.licence,
    documents: documents.filter(
      ({ slug }) => order.filter.document === null || slug === order.filter.document,
    ),
    archive: null,
    has: ({ id }) => ids.has(id),
  })
}
