import type { OrderOf } from '@randnotiz/contract/answers/exports/order'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import type { Process } from '@randnotiz/contract/publishing/process'
import type { PublicContribution } from '@randnotiz/domain/annotations/exchange/public-contribution'
import { blackenedWords } from '@randnotiz/domain/answers/synopsis/blacken'
import type { SynopsisRow } from '@randnotiz/domain/answers/synopsis/synopsis-row'
import type { ExportParts } from '../parts.js'
import type { SynopsisHead } from './synopsis-head.js'
import { titleOf } from './synopsis-texts.js'

type Archive = { order: OrderOf<'synopsis'>; head: SynopsisHead; process: Process }

/** The contributions of a synopsis as Web Annotations. What the city says to them is in the other formats only. */
export async function* writeArchive(
  parts: Pick<ExportParts, 'annotations' | 'documents' | 'blackenings' | 'siteAddress' | 'licence'>,
  { order, head, process }: Archive,
  portions: AsyncIterable<SynopsisRow[]>,
): AsyncGenerator<string> {
  const ids = new Set<AnnotationId>()
  for await (const rows of portions) for (const row of rows) ids.add(row.annotationId)
  const blackened = await parts.blackenings.of([...ids])
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
    alter: contribution =>
      ids.has(contribution.id) ? withBars(contribution, blackened.get(contribution.id)) : null,
  })
}

/** Replies are other people's words about these words: where some are blackened they stay out. */
function withBars(
  contribution: PublicContribution,
  blackening: Parameters<typeof blackenedWords>[1] | undefined,
): PublicContribution {
  const readable = blackenedWords(contribution, blackening ?? null)
  if (readable.blackened === 'nothing') return contribution
  const { body, ...words } = readable.words
  return { ...contribution, ...words, body: body ?? '', proposal: null, replies: [] }
}
