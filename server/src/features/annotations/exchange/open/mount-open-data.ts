import {
  openAnnotation,
  openAnnotations,
  openDocument,
  openIndex,
  openProcess,
  openText,
} from '@randnotiz/contract/annotations/exchange/open-endpoints'
import { accept, refuse } from '@randnotiz/contract/kit/result'
import type { Mount } from '../../../../platform/http/endpoint-table.js'
import type { DeedParts } from '../../deeds/parts.js'
import { describeDocument, describeIndex, describeProcess, processOf } from './describe-open-data.js'
import { readOpenAnnotation, readOpenAnnotations } from './read-open-annotations.js'

const anybody = { kind: 'anonymous' } as const
const open = { audience: 'everybody' } as const

/** What everybody sees, for programs. */
export function mountOpenData(mount: Mount, parts: DeedParts): void {
  mount(openIndex, async () => accept(await describeIndex(parts)), open)
  mount(
    openProcess,
    async ({ params }) => {
      const process = (await parts.processes()).find(({ slug }) => slug === params.slug)
      return process ? accept(await describeProcess(parts, process)) : refuse('publishing/unknown-process')
    },
    open,
  )
  mount(
    openDocument,
    async ({ params }) => {
      const document = await parts.documentBySlug(params.slug)
      const process = document && (await processOf(parts, document))
      return document && process
        ? accept(describeDocument(parts, document, process))
        : refuse('documents/unknown')
    },
    open,
  )
  mount(
    openText,
    async ({ params }) => {
      const document = await parts.documentBySlug(params.slug)
      const [text, reader] = document
        ? await Promise.all([parts.readableText(document.id, anybody), parts.readerText(document.id)])
        : []
      if (!document || text === null || text === undefined || !reader) return refuse('documents/unknown')
      const { html, words, editedAt } = reader
      return accept({ document: document.slug, html, text, words, editedAt })
    },
    open,
  )
  mount(openAnnotations, ({ params, query }) => readOpenAnnotations(parts, { ...params, ...query }), open)
  mount(openAnnotation, ({ params }) => readOpenAnnotation(parts, params.annotationId), open)
}
