import { randomUUID } from 'node:crypto'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { listAnnotations, postAnnotation } from '@randnotiz/contract/annotations/endpoints'
import { DocumentId, Slug } from '@randnotiz/contract/kit/ids'
import { getHome } from '@randnotiz/contract/publishing/endpoints'
import { toBase64 } from '@randnotiz/document-schema/base64'
import { createCrdtRange } from '@randnotiz/document-schema/crdt-range'
import { indexFlatText } from '@randnotiz/document-schema/flat-text'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { initialUpdate } from '@randnotiz/document-schema/from-markdown'
import { type OpenDocument, openSyncedDocument } from '@randnotiz/test-kit/open-document'
import { Types } from 'mongoose'
import * as Y from 'yjs'
import { callEndpoint } from '../../../testing/call-endpoint.js'
import type { TestApp } from '../../../testing/start-app.js'

let number = 100

/** A text of its own in the demo's process, for a test. */
export async function aDocument(app: TestApp, markdown: string): Promise<{ id: DocumentId; slug: Slug }> {
  const home = await callEndpoint(app.url, getHome)
  if (!home.ok) throw new Error(home.refusal.code)
  const id = DocumentId.parse(new Types.ObjectId().toHexString())
  const slug = Slug.parse(`text-${++number}`)
  const both = { de: `Text ${number}`, en: `Text ${number}` }
  const summary = {
    id,
    slug,
    number,
    title: both,
    teaser: both,
    kind: 'buildingBlock',
    leeway: 'consulted',
    leewayText: null,
  } as const
  const processId = home.value.process.id
  await app.features.documents.create({ ...summary, processId, facts: null }, initialUpdate(markdown, id))
  return { id, slug }
}

/** A person of the staff who has the text open and writes in it. */
export function openEditor(app: TestApp, documentId: DocumentId, cookie: string): Promise<OpenDocument> {
  return openSyncedDocument({ url: app.url, documentId, cookie })
}

/** The Yjs text that holds some words, to type in. */
export function textWith(doc: Y.Doc, words: string): Y.XmlText {
  const found = indexFlatText(documentFragment(doc)).segments.find(({ type }) =>
    type.toString().includes(words),
  )
  if (!found) throw new Error(`not in the text: ${words}`)
  return found.type
}

export const flatTextOf = (doc: Y.Doc): string => indexFlatText(documentFragment(doc)).text

/** A citizen's contribution about some words of the live text. */
export async function annotate(
  app: TestApp,
  { doc, documentId, exact, cookie }: { doc: Y.Doc; documentId: DocumentId; exact: string; cookie: string },
): Promise<Annotation> {
  const index = indexFlatText(documentFragment(doc))
  const start = index.text.indexOf(exact)
  const range = { start, end: start + exact.length }
  const crdt = createCrdtRange(index, range)
  const stateVector = toBase64(Y.encodeStateVector(doc))
  const said = { kind: 'idea', body: `Zu „${exact}“.`, replacement: null }
  const body = { commandId: randomUUID(), documentId, passage: { stateVector, range, exact, crdt }, ...said }
  const answer = await callEndpoint(app.url, postAnnotation, { cookie, body })
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}

export async function annotationsOf(app: TestApp, documentId: DocumentId): Promise<Annotation[]> {
  const page = await callEndpoint(app.url, listAnnotations, { params: { documentId } })
  if (!page.ok) throw new Error(page.refusal.code)
  return page.value.annotations
}
