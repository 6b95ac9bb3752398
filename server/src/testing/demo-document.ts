import type { DocumentPage } from '@randnotiz/contract/documents/endpoints'
import { getDocument } from '@randnotiz/contract/documents/endpoints'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import * as Y from 'yjs'
import { callEndpoint } from './call-endpoint.js'

/** A document of the demo by its slug, as the viewer of a session sees it. */
export async function readDocument(url: string, slug: string, cookie?: string): Promise<DocumentPage> {
  const page = await callEndpoint(url, getDocument, { params: { slug }, ...(cookie ? { cookie } : {}) })
  if (!page.ok) throw new Error(`${slug} was refused: ${page.refusal.code}`)
  return page.value
}

/** The characters of the document's first paragraph, to type in. */
export function firstParagraph(doc: Y.Doc): Y.XmlText {
  const block = documentFragment(doc)
    .toArray()
    .find(child => child instanceof Y.XmlElement && child.nodeName === 'paragraph')
  const text = block instanceof Y.XmlElement ? block.get(0) : null
  if (text instanceof Y.XmlText) return text
  throw new Error('the document has no paragraph with text')
}
