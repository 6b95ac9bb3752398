import { createHash } from 'node:crypto'
import { Hash } from '@randnotiz/contract/publishing/version'
import type { Content } from '@randnotiz/document-schema/content/content-node'
import { indexFlatText } from '@randnotiz/document-schema/flat-text'
import { renderHtml } from '@randnotiz/document-schema/to-html'
import { outlineOf } from '@randnotiz/domain/documents/outline'
import { countWords } from '@randnotiz/domain/documents/words'
import type * as Y from 'yjs'
import type { ComposedText } from './text-jobs.js'

export const hashOf = (text: string | Uint8Array): Hash =>
  Hash.parse(createHash('sha256').update(text).digest('hex'))

/** The name of a content: `content` is its canonical JSON. */
export const stateOf = (content: string): Hash => hashOf(content)

export const canonicalContent = (content: Content): string => JSON.stringify(content)

/** What is kept of a text, and shown. `fragment` holds the content. */
export function composeText(content: Content, fragment: Y.XmlFragment): ComposedText {
  const canonical = canonicalContent(content)
  const { text, blocks } = indexFlatText(fragment)
  return {
    content: canonical,
    state: stateOf(canonical),
    text,
    html: renderHtml(fragment),
    outline: outlineOf(text, blocks),
    words: countWords(text),
  }
}
