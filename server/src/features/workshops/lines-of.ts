import { BlockId, type DocumentId } from '@randnotiz/contract/kit/ids'
import type { PassageLine } from '@randnotiz/contract/workshops/passage'

const line = /<(p|h[1-6])\b([^>]*)>(.*?)<\/\1>/gs
const idOf = /\bid="block-([^"]+)"/
const entities: Readonly<Record<string, string>> = { amp: '&', nbsp: '\u00a0', lt: '<', gt: '>', quot: '"' }

/**
 * Paragraphs and headings of a text as plain words, out of the HTML that `document-schema/to-html` has made: those never
 * stand inside one another there, and its escapes are these few. Empty ones, and those without an id, are left out.
 */
export function linesOf(html: string): PassageLine[] {
  return [...html.matchAll(line)].flatMap(([, tag = '', attributes = '', inner = '']) => {
    const blockId = BlockId.safeParse(idOf.exec(attributes)?.[1])
    const text = wordsOf(inner)
    if (!blockId.success || text.trim() === '') return []
    return [
      { blockId: blockId.data, kind: tag === 'p' ? 'paragraph' : 'heading', text } satisfies PassageLine,
    ]
  })
}

function wordsOf(inner: string): string {
  return inner
    .replace(/<br>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|nbsp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '')
}

/** Keeps the lines of each text as long as it stays the same: a whole hall asks for one at the same moment. */
export class KnownLines {
  #known = new Map<DocumentId, { html: string; lines: PassageLine[] }>()

  of(documentId: DocumentId, html: string): PassageLine[] {
    const known = this.#known.get(documentId)
    if (known?.html === html) return known.lines
    const lines = linesOf(html)
    this.#known.set(documentId, { html, lines })
    return lines
  }
}
