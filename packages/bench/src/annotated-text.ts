/**
 * A long text with as many annotations as are wanted. One is made as people make them; the others are copies of its
 * record at other passages, put into the server's own database while it is stopped. Ten thousand commands would take an
 * hour, since there are limits.
 */
import { join } from 'node:path'
import { describePassage } from '@randnotiz/anchoring'
import { CreateAnnotation } from '@randnotiz/contract/annotations/commands'
import { DocumentId } from '@randnotiz/contract/kit/ids'
import { toBase64 } from '@randnotiz/document-schema/base64'
import { newBlockId } from '@randnotiz/document-schema/block-ids'
import { createCrdtRange } from '@randnotiz/document-schema/crdt-range'
import { type FlatIndex, indexFlatText } from '@randnotiz/document-schema/flat-text'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { startEmbeddedMongo } from '@randnotiz/embedded-mongo'
import { openSyncedDocument } from '@randnotiz/test-kit/open-document'
import { openSocket } from '@randnotiz/test-kit/open-socket'
import { signInAs } from '@randnotiz/test-kit/sign-in-as'
import type { RunningServer } from '@randnotiz/test-kit/start-server'
import { until } from '@randnotiz/test-kit/until'
import mongoose from 'mongoose'
import * as Y from 'yjs'
import { demoDocumentIds } from './demo-documents.js'
import { randomParagraphs } from './random-text.js'

const patience = 180_000

/** Paragraphs of about 250 characters. */
export type TextSize = { paragraphs: number }

export type AnnotatedText = {
  server: RunningServer
  documentId: DocumentId
  /** Of somebody who may write. */
  cookie: string
  /** The text as it was written. */
  index: FlatIndex
}

/** A long text in an empty document, with one annotation on it. */
export async function writeText(server: RunningServer, { paragraphs }: TextSize): Promise<AnnotatedText> {
  const [first = ''] = await demoDocumentIds(server.url)
  const documentId = DocumentId.parse(first)
  const cookie = await signInAs(server.url, 'redaktion1@example.org')
  const writer = await openSyncedDocument({ url: server.url, documentId, cookie })
  const fragment = documentFragment(writer.doc)
  writer.doc.transact(() => {
    fragment.delete(0, fragment.length)
    fragment.insert(
      0,
      randomParagraphs(paragraphs).map(words => {
        const paragraph = new Y.XmlElement('paragraph')
        // Without an id each editor that opens the text would give it one.
        paragraph.setAttribute('id', newBlockId())
        paragraph.insert(0, [new Y.XmlText(words)])
        return paragraph
      }),
    )
  })
  const index = indexFlatText(fragment)
  await untilArrived(server, documentId, index.text.length)
  const socket = await openSocket(server.url, await signInAs(server.url, 'heidi@example.org'))
  const range = { start: 10, end: 40 }
  const crdt = createCrdtRange(index, range)
  if (crdt === null) throw new Error('no passage at the start')
  const made = await socket.emitWithAck(
    'annotation:create',
    CreateAnnotation.parse({
      commandId: crypto.randomUUID(),
      documentId,
      passage: {
        stateVector: toBase64(Y.encodeStateVector(writer.doc)),
        range,
        exact: index.text.slice(range.start, range.end),
        crdt,
      },
      kind: 'idea',
      body: 'Eine Anregung, wie sie im Betrieb vorkommt.',
      replacement: null,
    }),
  )
  if (!made.ok) throw new Error(`refused: ${made.refusal.code}`)
  socket.disconnect()
  writer.close()
  return { server, documentId, cookie, index }
}

export async function untilArrived(
  { url }: RunningServer,
  documentId: string,
  length: number,
): Promise<void> {
  await until(
    'the text has arrived',
    async () => {
      const reader = await openSyncedDocument({ url, documentId })
      const arrived = indexFlatText(documentFragment(reader.doc)).text.length
      reader.close()
      return arrived === length
    },
    patience,
  )
}

/**
 * Makes so many annotations of the one there is, in the database of the stopped server, all over the text and bound to
 * the letters of `index`.
 */
export async function multiplyAnnotations(
  { server, documentId }: AnnotatedText,
  { index, annotations }: { index: FlatIndex; annotations: number },
): Promise<void> {
  const database = await startEmbeddedMongo({ dataDir: join(server.dataDir, 'database') })
  const connection = await mongoose.createConnection(database.uri).asPromise()
  const id = new mongoose.Types.ObjectId(documentId)
  const kept = connection.collection('annotations')
  const template = await kept.findOne(
    { documentId: id, 'target.kind': 'passage' },
    { sort: { createdAt: -1 } },
  )
  if (!template) throw new Error('the one annotation is gone')
  await kept.deleteMany({ documentId: id, _id: { $ne: template._id } })
  await connection.collection('annotationChanges').deleteMany({ documentId: id })
  const copies = passagesIn(index, annotations - 1).map(passage => ({
    ...template,
    _id: new mongoose.Types.ObjectId(),
    commandId: crypto.randomUUID(),
    target: { ...template.target, ...passage },
    resolution: { ...template.resolution, range: passage.range, crdt: passage.crdt },
  }))
  if (copies.length > 0) await kept.insertMany(copies)
  await connection.collection('annotationChanges').insertMany(
    [template, ...copies].map(({ _id }, position) => ({
      documentId: id,
      seq: position + 1,
      annotationId: _id,
    })),
  )
  await connection.close()
  await database.close()
}

/** The same text in letters that no document has. */
export function indexOfOtherLetters(text: string): FlatIndex {
  const fragment = documentFragment(new Y.Doc())
  fragment.insert(
    0,
    text.split('\n').map(words => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(words)])
      return paragraph
    }),
  )
  return indexFlatText(fragment)
}

/** Passages of 20 to 80 characters, evenly spread. */
function passagesIn(index: FlatIndex, count: number) {
  const step = (index.text.length - 100) / Math.max(1, count)
  return Array.from({ length: count }, (_, number) => {
    const start = Math.floor(number * step)
    const range = { start, end: start + 20 + (number % 61) }
    const crdt = createCrdtRange(index, range)
    if (crdt === null) throw new Error(`no passage at ${start}`)
    return { quote: describePassage(index.text, range), range, crdt }
  })
}
