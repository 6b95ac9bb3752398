import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { NoticeEvent } from '@randnotiz/contract/accounts/notices'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Annotation, Author } from '@randnotiz/contract/annotations/annotation'
import type { AttachmentEntry } from '@randnotiz/contract/annotations/attachment-history'
import { AttachAnnotation, CreateAnnotation } from '@randnotiz/contract/annotations/commands'
import type { ModerationSubject } from '@randnotiz/contract/annotations/moderation/subject'
import { published } from '@randnotiz/contract/annotations/publication'
import type { PassageClaim } from '@randnotiz/contract/annotations/target'
import { type AnnotationId, DocumentId, Slug, UserId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { toBase64 } from '@randnotiz/document-schema/base64'
import { createCrdtRange } from '@randnotiz/document-schema/crdt-range'
import { indexFlatText } from '@randnotiz/document-schema/flat-text'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { may } from '@randnotiz/domain/accounts/permissions'
import { type ClientSocket, openSocket } from '@randnotiz/test-kit/open-socket'
import { until } from '@randnotiz/test-kit/until'
import mongoose from 'mongoose'
import * as Y from 'yjs'
import { createEventBus } from '../../../platform/domain-events.js'
import { migrate } from '../../../platform/mongo/migrations.js'
import { openRealtime } from '../../../platform/realtime/realtime.js'
import { openScheduler } from '../../../platform/schedule/scheduler.js'
import { createTokenSigner } from '../../../platform/signed-token.js'
import { startTestMongo } from '../../../testing/test-database.js'
import type { AskPermission } from '../deeds/parts.js'
import { type Annotations, annotationMigrations, createAnnotations } from '../index.js'
import type { LiveText } from '../live-text.js'
import { AnnotationStore } from '../storage/annotation-store.js'
import { annotationModels } from '../storage/models.js'
import { type PublicationChange, Publications } from '../storage/publications.js'
import { ResolvedStates } from '../storage/resolved-states.js'
import { type ReadAuthors, viewHistory } from '../view.js'

/**
 * A small town for the tests of this feature: the real database, a real server on a free port, real sockets, and
 * documents as Y.Docs. What stands for other features is honest about it: people by cookie, permissions by a switch.
 */
export type Town = Awaited<ReturnType<typeof openTown>>

const staff = ['Esche', 'Eibe']
const people: Author[] = ['Ulme', 'Linde', ...staff].map((pseudonym, number) => ({
  kind: 'account',
  id: UserId.parse(String(number + 1).repeat(24)),
  pseudonym,
  staff: staff.includes(pseudonym),
}))

const readAuthors: ReadAuthors = async ids =>
  new Map(people.filter(({ id }) => ids.includes(id)).map(one => [one.id, one]))

export async function openTown() {
  const database = await startTestMongo()
  const documents = new Map<DocumentId, Y.Doc>()
  const failures: unknown[] = []
  const mailed: object[] = []
  const told: { personId: UserId; key: string; event: NoticeEvent }[] = []
  const log = { error: (details: object) => void failures.push(details) }
  let takesEdits = true
  const closed = new Set<Parameters<AskPermission>[1]>()
  let pause = 0
  let supportHiddenMs = 0
  let running = await start()

  async function start() {
    const connection = await mongoose.createConnection(database.uri).asPromise()
    await migrate(connection, annotationMigrations)
    const httpServer = createServer((_request, response) => void response.writeHead(404).end())
    const events = createEventBus(log)
    const clock = { now: () => new Date() }
    const realtime = openRealtime({
      httpServer,
      isOwnOrigin: request => request.headers.origin !== 'https://evil.example',
      viewerOf: async request => viewerNamed(request.headers.cookie),
      log,
      clock,
      limiter: { take: async () => pause },
    })
    const scheduler = openScheduler({ connection, clock, log })
    const annotations = await createAnnotations({
      connection,
      realtime,
      events,
      clock,
      log,
      settling: { quietMs: 100, mostMs: 1_000 },
      liveText: async documentId => liveTextOf(documents.get(documentId)),
      siteAddress: () => 'http://localhost',
      licence: 'https://www.govdata.de/dl-de/by-2-0',
      viewerOf: async () => ({ kind: 'anonymous' }),
      documentBySlug: async () => null,
      documentById: async () => null,
      processes: async () => [],
      documentsOf: async () => [],
      newsOf: async () => [],
      editWithinMs: async () => null,
      readerText: async () => null,
      releaseText: async () => null,
      readableText: async documentId => liveTextOf(documents.get(documentId))?.index.text ?? null,
      isPublicText: async () => true,
      forgetTold: async () => {},
      importPeople: async () => new Map(),
      renameImported: async () => {},
      editText: async (documentId, update) => {
        const doc = documents.get(documentId)
        if (!doc || !takesEdits) throw new Error('the text takes no edit')
        Y.applyUpdate(doc, update)
        running.events.emit('documents/text-changed', { documentId })
      },
      documentExists: async documentId => documents.has(documentId),
      askPermission: async (viewer, action, documentId) => {
        if (!documents.has(documentId)) return refuse('documents/unknown')
        const staffAction =
          action === 'attach' ? 'annotation:attach' : action === 'accept' ? 'document:edit' : null
        const refusal = staffAction && may(viewer, staffAction)
        if (refusal) return refuse(refusal)
        return closed.has(action) ? refuse('publishing/phase-closed') : accept(null)
      },
      mailReporter: async mail => void mailed.push(mail),
      processOf: async () => null,
      phasesOf: async () => ({ phases: [], current: null }),
      limiter: { take: async () => 0, close: async () => {} },
      tokens: createTokenSigner('the secret of a small town, long enough'),
      scheduler,
      tellPerson: async (personId, key, event) => void told.push({ personId, key, event }),
      documentLink: async () => ({
        slug: Slug.parse('mobile-stadt'),
        title: { de: 'Mobile Stadt', en: 'Mobile city' },
      }),
      readAuthors,
      readAnswers: async () => new Map(),
      readBlackenings: async () => new Map(),
      supportHiddenMs: async () => supportHiddenMs,
    })
    await new Promise<void>(resolve => httpServer.listen(0, '127.0.0.1', resolve))
    const { port } = httpServer.address() as AddressInfo
    const stop = async () => {
      await realtime.close()
      await scheduler.close()
      await annotations.close()
      await new Promise(resolve => httpServer.close(resolve))
      await connection.close()
    }
    return { connection, events, annotations, url: `http://127.0.0.1:${port}`, stop }
  }

  const sockets: ClientSocket[] = []
  return {
    failures,
    /** What people were told. */
    told,
    closed,
    /** Whether a text takes the edits of accepted proposals. */
    takeEdits: (takes: boolean) => {
      takesEdits = takes
    },
    documents,
    get annotations(): Annotations {
      return running.annotations
    },
    get events() {
      return running.events
    },
    get connection(): mongoose.Connection {
      return running.connection
    },
    get url() {
      return running.url
    },
    /** An own connection for a second instance on the same data. */
    startAnother: start,
    hideSupportFor: (ms: number) => {
      supportHiddenMs = ms
    },
    setPause: (seconds: number) => {
      pause = seconds
    },
    addDocument(...paragraphs: string[]): { id: DocumentId; doc: Y.Doc } {
      const id = DocumentId.parse(new mongoose.Types.ObjectId().toHexString())
      const doc = documentOf(paragraphs)
      documents.set(id, doc)
      return { id, doc }
    },
    /** The change feed of a document as it lies in the database. */
    async changeRowsOf(documentId: DocumentId): Promise<{ seq: number; annotationId: string }[]> {
      const filter = { documentId: new mongoose.Types.ObjectId(documentId) }
      const rows = await running.connection
        .collection('annotationChanges')
        .find(filter)
        .sort({ seq: 1 })
        .toArray()
      return rows.map(({ seq, annotationId }) => ({ seq, annotationId: String(annotationId) }))
    },
    /** What staff decided about the place of an annotation, as they see it. */
    async historyOf(annotationId: AnnotationId): Promise<AttachmentEntry[]> {
      const record = await new AnnotationStore(annotationModels(running.connection)).byId(annotationId)
      return record ? (await viewHistory(readAuthors)(record)).entries : []
    },
    /** Annotations as a crash leaves them: written, without a row in the change feed. */
    async insertAnnotations(documentId: DocumentId, count: number): Promise<void> {
      const store = new AnnotationStore(annotationModels(running.connection))
      for (let number = 0; number < count; number++)
        await store.insert({
          documentId,
          target: { kind: 'document', documentId },
          resolution: { status: 'whole' },
          kind: 'idea',
          body: `Nummer ${number}`,
          replacement: null,
          createdAt: new Date(),
          publication: published,
          authorId: UserId.parse('1'.repeat(24)),
          commandId: creation(documentId).commandId,
          commandDigest: 'none',
        })
    },
    /** Withholds what was published, or the other way round. */
    async publish(subject: ModerationSubject, change: PublicationChange): Promise<void> {
      const publications = new Publications(annotationModels(running.connection))
      if (!(await publications.set(subject, change))) throw new Error(`it is not ${change.from}`)
    },
    /** Waits until the passages of a document have been looked for in its present text. */
    settled(documentId: DocumentId): Promise<unknown> {
      const states = new ResolvedStates(annotationModels(running.connection))
      return until('its passages have been looked for', async () => {
        const live = liveTextOf(documents.get(documentId))
        return live !== null && states.isCurrent(documentId, live)
      })
    },
    tellTextChanged: (documentId: DocumentId) =>
      running.events.emit('documents/text-changed', { documentId }),
    /** A socket of somebody by pseudonym; nobody's without. */
    async connect(pseudonym?: string, url = running.url): Promise<ClientSocket> {
      const socket = await openSocket(url, pseudonym && `person=${pseudonym}`)
      sockets.push(socket)
      return socket
    },
    async restart(): Promise<void> {
      for (const socket of sockets.splice(0)) socket.disconnect()
      await running.stop()
      running = await start()
    },
    async close(): Promise<void> {
      for (const socket of sockets) socket.disconnect()
      await running.stop()
      await database.close()
    },
  }
}

function viewerNamed(cookie: string | undefined): Viewer {
  const person = people.find(({ pseudonym }) => cookie === `person=${pseudonym}`)
  if (!person) return { kind: 'anonymous' }
  const role = person.pseudonym === 'Eibe' ? 'moderator' : person.staff ? 'editor' : 'participant'
  return { kind: 'account', id: person.id, pseudonym: person.pseudonym, role, colour: '#336699' }
}

function documentOf(paragraphs: string[]): Y.Doc {
  const doc = new Y.Doc()
  documentFragment(doc).insert(0, paragraphs.map(paragraphOf))
  return doc
}

export function paragraphOf(text: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  return paragraph
}

/** The characters of a paragraph, to type in. */
export function textOf(doc: Y.Doc, paragraph: number): Y.XmlText {
  const element = documentFragment(doc).get(paragraph)
  const text = element instanceof Y.XmlElement ? element.get(0) : null
  if (text instanceof Y.XmlText) return text
  throw new Error(`paragraph ${paragraph} has no text`)
}

export function liveTextOf(doc: Y.Doc): LiveText
export function liveTextOf(doc: Y.Doc | undefined): LiveText | null
export function liveTextOf(doc: Y.Doc | undefined): LiveText | null {
  if (doc === undefined) return null
  return { index: indexFlatText(documentFragment(doc)), stateVector: toBase64(Y.encodeStateVector(doc)) }
}

/** What a browser claims that shows `doc` and has selected the first occurrence of some words. */
export function claimOf(doc: Y.Doc, exact: string): PassageClaim {
  const { index, stateVector } = liveTextOf(doc)
  const start = index.text.indexOf(exact)
  const range = { start, end: start + exact.length }
  const crdt = createCrdtRange(index, range)
  if (start < 0 || crdt === null) throw new Error(`not in the document: ${exact}`)
  return { stateVector, range, exact, crdt }
}

export function creation(documentId: DocumentId, changes: Partial<CreateAnnotation> = {}): CreateAnnotation {
  return CreateAnnotation.parse({
    commandId: randomUUID(),
    documentId,
    passage: null,
    kind: 'idea',
    body: 'Hier fehlt eine Bank.',
    replacement: null,
    ...changes,
  })
}

/** What staff send about the place of an annotation; they have seen no decision before. */
export function attaching(
  annotation: Pick<Annotation, 'id'>,
  said: { decision: AttachAnnotation['decision']; passage?: PassageClaim; after?: number; reason?: string },
): AttachAnnotation {
  return AttachAnnotation.parse({
    commandId: randomUUID(),
    annotationId: annotation.id,
    after: 0,
    reason: '',
    ...said,
  })
}

/** The value of a deed that must not be refused. */
export function accepted(result: Result<Annotation>): Annotation {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}
