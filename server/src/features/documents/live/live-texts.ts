import type { ReaderText } from '@randnotiz/contract/documents/document'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { Base64 } from '@randnotiz/contract/kit/wire-values'
import { toBase64 } from '@randnotiz/document-schema/base64'
import { type FlatIndex, indexFlatText } from '@randnotiz/document-schema/flat-text'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { renderHtml } from '@randnotiz/document-schema/to-html'
import { outlineOf } from '@randnotiz/domain/documents/outline'
import { countWords } from '@randnotiz/domain/documents/words'
import * as Y from 'yjs'
import type { Replica, Replicas } from './replicas.js'

/** The text of a document as it stands. A snapshot: read it anew for each deed. */
export type LiveText = {
  documentId: DocumentId
  /** Follows the document while it is in use. Only for reading. */
  doc: Y.Doc
  index: FlatIndex
  /** Yjs state vector of exactly this text. */
  stateVector: Base64
}

type Rendered = Omit<ReaderText, 'editedAt'>
type Derived = { changes: number; text?: LiveText; rendered?: Rendered }

/** What is computed from a live document, kept until its next change. */
export class LiveTexts {
  #replicas: Replicas
  #derived = new WeakMap<Replica, Derived>()

  constructor(replicas: Replicas) {
    this.#replicas = replicas
  }

  async text(documentId: DocumentId): Promise<LiveText> {
    return this.#textFrom(documentId, await this.#replicas.of(documentId))
  }

  /** HTML, outline and length. */
  async rendered(documentId: DocumentId): Promise<Rendered> {
    const replica = await this.#replicas.of(documentId)
    const text = this.#textFrom(documentId, replica)
    const derived = this.#derivedFrom(replica)
    derived.rendered ??= render(text)
    return derived.rendered
  }

  #textFrom(documentId: DocumentId, replica: Replica): LiveText {
    const derived = this.#derivedFrom(replica)
    derived.text ??= textOf(documentId, replica.doc)
    return derived.text
  }

  #derivedFrom(replica: Replica): Derived {
    const known = this.#derived.get(replica)
    if (known?.changes === replica.changes) return known
    const fresh: Derived = { changes: replica.changes }
    this.#derived.set(replica, fresh)
    return fresh
  }
}

function textOf(documentId: DocumentId, doc: Y.Doc): LiveText {
  const index = indexFlatText(documentFragment(doc))
  return { documentId, doc, index, stateVector: toBase64(Y.encodeStateVector(doc)) }
}

function render({ doc, index, stateVector }: LiveText): Rendered {
  return {
    html: renderHtml(documentFragment(doc)),
    outline: outlineOf(index.text, index.blocks),
    stateVector,
    words: countWords(index.text),
  }
}
