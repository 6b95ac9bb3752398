import * as Y from 'yjs'
import { seededBlockIds } from '../block-ids.js'
import { documentFragment } from '../fragment.js'
import { importClientId } from '../from-markdown.js'
import { type Content, contentOf } from './content-node.js'
import { keepIds } from './keep-ids.js'
import { rewriteDocument } from './rewrite.js'

/** The content of a document that is there as one Yjs update. */
export function contentOfUpdate(update: Uint8Array): Content {
  return reading(update, doc => contentOf(documentFragment(doc)))
}

/** The Yjs update that makes a document, given as one update, say what is wanted; see `rewriteDocument`. */
export function rewritingUpdate(update: Uint8Array, wanted: Content): Uint8Array {
  return reading(update, doc => {
    const before = Y.encodeStateVector(doc)
    rewriteDocument(documentFragment(doc), wanted)
    return Y.encodeStateAsUpdate(doc, before)
  })
}

/**
 * The Yjs update of a new document that says what a draft says. The same draft with the same seed gives the same bytes, so
 * that beginning a document twice changes nothing.
 */
export function beginningUpdate(draft: Content, seed: string): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = importClientId
  rewriteDocument(documentFragment(doc), keepIds([], draft, seededBlockIds(seed)))
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

/** A new document that says what is wanted, read and thrown away. */
export function withDocumentOf<Answer>(content: Content, read: (fragment: Y.XmlFragment) => Answer): Answer {
  const doc = new Y.Doc()
  try {
    rewriteDocument(documentFragment(doc), content)
    return read(documentFragment(doc))
  } finally {
    doc.destroy()
  }
}

function reading<Answer>(update: Uint8Array, read: (doc: Y.Doc) => Answer): Answer {
  const doc = new Y.Doc()
  try {
    Y.applyUpdate(doc, update)
    return read(doc)
  } finally {
    doc.destroy()
  }
}
