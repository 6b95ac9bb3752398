import { boundRangeOf, type Place, placeOf } from '@randnotiz/anchoring'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { TextRange } from '@randnotiz/contract/annotations/target'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import { DocumentId } from '@randnotiz/contract/kit/ids'
import { createCrdtRange, resolveCrdtRange } from '@randnotiz/document-schema/crdt-range'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { initialUpdate } from '@randnotiz/document-schema/from-markdown'
import { type OpenEditor, openEditor } from '@randnotiz/test-kit/open-editor'
import { type ClientSocket, openSocket } from '@randnotiz/test-kit/open-socket'
import { until } from '@randnotiz/test-kit/until'
import mongoose from 'mongoose'
import * as Y from 'yjs'
import { readDocument } from '../../../testing/demo-document.js'
import { startTestApp } from '../../../testing/start-app.js'
import { type Desk, type EditorCase, usualText } from './editor-case.js'
import { Hands } from './hands.js'
import { readMarks, withoutMarks } from './marked-text.js'
import { accepted, creation, liveTextOf } from './town.js'

/** What became of a passage: what the server says, and what a browser paints before and after it has said so. */
export type Outcome = {
  created: Annotation
  annotation: Annotation
  /** The text as it stands at the end. */
  text: string
  /** In the browser that made the edit, before the server had looked. */
  meanwhile: Place
  /** In both browsers and in that of somebody who comes later. */
  painted: Place[]
}

/**
 * The whole server in this process with its worker, and for each case a document of its own, a citizen who annotates
 * it, and two editors on it.
 */
export async function openEditingTown() {
  const app = await startTestApp({ clientDist: '' })
  const staff = [
    await app.signIn('redaktion1@example.org'),
    await app.signIn('redaktion2@example.org'),
  ] as const
  /** So many that the limit for what one person writes is out of reach. */
  const citizens = await Promise.all(
    ['heidi', 'radlerin', 'werner', 'lena', 'baecker', 'skeptiker', 'mama', 'campus'].map(async name =>
      openSocket(app.url, await app.signIn(`${name}@example.org`)),
    ),
  )
  const { document: model } = await readDocument(app.url, 'mobile-stadt')
  const { documents, annotations } = app.features

  async function docOfServer(id: DocumentId): Promise<Y.Doc> {
    const live = await documents.liveText(id)
    if (live === null) throw new Error('the document is gone')
    return live.doc
  }

  const textOfServer = async (id: DocumentId) => liveTextOf(await docOfServer(id)).index.text

  let number = 1_000

  async function createDocument(markdown: string): Promise<DocumentId> {
    const id = DocumentId.parse(new mongoose.Types.ObjectId().toHexString())
    const summary: DocumentSummary = {
      ...model,
      id,
      number: ++number,
      slug: `text-${id}` as DocumentSummary['slug'],
    }
    await documents.create(summary, initialUpdate(markdown, id))
    return id
  }

  async function annotate(
    citizen: ClientSocket,
    documentId: DocumentId,
    range: TextRange,
  ): Promise<Annotation> {
    const live = await documents.liveText(documentId)
    const crdt = live && createCrdtRange(live.index, range)
    if (!live || !crdt) throw new Error('no passage there')
    const exact = live.index.text.slice(range.start, range.end)
    const passage = { stateVector: live.stateVector, range, exact, crdt }
    return accepted(await citizen.emitWithAck('annotation:create', creation(documentId, { passage })))
  }

  async function standing(citizen: ClientSocket, documentId: DocumentId): Promise<Annotation> {
    const page = await citizen.emitWithAck('annotations:follow', { documentId, since: 0 })
    const [annotation] = page.ok ? page.value.annotations : []
    if (!annotation) throw new Error('the annotation is gone')
    return annotation
  }

  /** Carries a case out, on a document of its own. */
  async function run({ text = usualText, operation }: EditorCase): Promise<Outcome> {
    const documentId = await createDocument(withoutMarks(text))
    const citizen = citizens[number % citizens.length]
    if (!citizen) throw new Error('nobody is there to annotate')
    const flat = await textOfServer(documentId)
    const created = await annotate(citizen, documentId, locateMarked(text, flat))
    const open = (cookie: string) => openEditor({ url: app.url, documentId, cookie })
    const openBoth = async () => ({ one: await open(staff[0]), other: await open(staff[1]) })
    const closeBoth = () => {
      for (const editor of Object.values(editors)) editor.close()
    }
    let editors = await openBoth()
    const settle = () =>
      until('all have the same document', async () => {
        const [first, ...others] = [
          await docOfServer(documentId),
          ...Object.values(editors).map(({ doc }) => doc),
        ].map(stateOf)
        return others.every(other => other === first)
      })
    const desk: Desk = {
      one: new Hands(() => editors.one),
      other: new Hands(() => editors.other),
      settle: async () => void (await settle()),
      resolve: async () => {
        await settle()
        await annotations.resolve(documentId)
      },
      importText: async markdown => {
        await settle()
        await documents.apply(documentId, updateInto(await docOfServer(documentId), markdown))
      },
      replaceText: async markdown => {
        await settle()
        await documents.replace(documentId, initialUpdate(markdown, documentId))
        closeBoth()
        editors = await openBoth()
      },
    }
    try {
      await operation(desk)
      const meanwhile = placeIn(editors.one, await standing(citizen, documentId))
      await desk.resolve()
      const annotation = await standing(citizen, documentId)
      const late = await open(staff[0])
      const painted = [editors.one, editors.other, late].map(one => placeIn(one, annotation))
      late.close()
      return { created, annotation, text: await textOfServer(documentId), meanwhile, painted }
    } finally {
      closeBoth()
    }
  }

  return {
    run,
    close: async () => {
      for (const citizen of citizens) citizen.disconnect()
      await app.close()
    },
  }
}

/** A vector knows nothing of deletions, and the same text may stand in other blocks. */
function stateOf(doc: Y.Doc): string {
  return `${liveTextOf(doc).stateVector} ${documentFragment(doc)}`
}

/** Markdown has signs that the text has not; the marked words and their line are in both. */
function locateMarked(marked: string, flat: string): TextRange {
  const line = marked.split('\n').find(one => one.includes('⟦')) ?? ''
  const { text, range } = readMarks(line.replace(/^- /, ''))
  const at = flat.indexOf(text)
  return { start: at + range.start, end: at + range.end }
}

function placeIn({ doc }: OpenEditor, annotation: Annotation): Place {
  const { index } = liveTextOf(doc)
  const bound = boundRangeOf(annotation)
  return placeOf(annotation, bound && resolveCrdtRange(index, bound), index.text)
}

/** The edit that puts another text into a document, as an import or a restored release does. */
function updateInto(current: Y.Doc, markdown: string): Uint8Array {
  const imported = new Y.Doc()
  Y.applyUpdate(imported, initialUpdate(markdown, 'import'))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(current))
  const before = Y.encodeStateVector(doc)
  doc.transact(() => {
    const fragment = documentFragment(doc)
    fragment.delete(0, fragment.length)
    const blocks = documentFragment(imported).toArray()
    fragment.insert(
      0,
      blocks.map(block => block.clone()).filter(block => block instanceof Y.XmlElement),
    )
  })
  return Y.encodeStateAsUpdate(doc, before)
}
