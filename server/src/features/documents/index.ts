import type { IncomingMessage } from 'node:http'
import type { CollabEvent } from '@randnotiz/collab'
import type { DocumentLink } from '@randnotiz/contract/accounts/notices'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { DocumentSummary, ReaderText, ShownText } from '@randnotiz/contract/documents/document'
import type { StoredImage } from '@randnotiz/contract/documents/image'
import { DocumentId, ImageId, type ProcessId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { Language } from '@randnotiz/contract/kit/wire-values'
import { type Action, may } from '@randnotiz/domain/accounts/permissions'
import type { Router } from 'express'
import type { Connection } from 'mongoose'
import type { Clock } from '../../platform/clock.js'
import type { EventBus } from '../../platform/domain-events.js'
import type { Mount } from '../../platform/http/endpoint-table.js'
import type { OwnOrigin } from '../../platform/http/origin.js'
import type { HandleUpgrade } from '../../platform/http/upgrade-router.js'
import type { Logger } from '../../platform/logger.js'
import { writePlainText } from './accessible/change-other-ways.js'
import { mountAccessible } from './accessible/http.js'
import { accessibleModels } from './accessible/models.js'
import { OtherWaysStore } from './accessible/other-ways-store.js'
import { serveVideos } from './accessible/serve-videos.js'
import { VideoBytes } from './accessible/video-bytes.js'
import { createAuthorise } from './authorise.js'
import { addDocument, type NewText } from './deeds/add-document.js'
import { readPublicText } from './deeds/get-document.js'
import { type CarriedImage, keepImage } from './deeds/keep-image.js'
import { mountDocuments, serveImages } from './http.js'
import { ChangeAnnouncer } from './live/change-announcer.js'
import { isSameState, type LiveState, readLiveState } from './live/live-state.js'
import { type LiveText, LiveTexts } from './live/live-texts.js'
import { openCollab } from './live/open-collab.js'
import { Readers } from './live/readers.js'
import { Replicas } from './live/replicas.js'
import type { PhaseOf } from './phase-of.js'
import { hidesLiveText, type ReadLastRelease } from './shown-release.js'
import { DocumentStore, summaryOf } from './storage/document-store.js'
import { ImageStore } from './storage/image-store.js'
import { documentModels } from './storage/models.js'

export { accessibleMigrations } from './accessible/models.js'
export type { LiveState } from './live/live-state.js'
export type { LiveText } from './live/live-texts.js'
export type { ShownRelease } from './shown-release.js'
export { documentMigrations } from './storage/models.js'

/** The door of the documents. */
export type Documents = {
  exists(id: DocumentId): Promise<boolean>
  ofProcess(processId: ProcessId): Promise<DocumentSummary[]>
  processOf(id: DocumentId): Promise<ProcessId | null>
  /** As a link shows it; null when there is no such document. */
  linkOf(id: DocumentId): Promise<DocumentLink | null>
  byId(id: DocumentId): Promise<DocumentSummary | null>
  bySlug(slug: string): Promise<DocumentSummary | null>
  /** The newest text as readers get it; null when there is no such document. */
  readerText(id: DocumentId): Promise<ReaderText | null>
  /** Null when there is no such document. */
  liveText(id: DocumentId): Promise<LiveText | null>
  /** What is on disk of the live text; null when there is no such document. */
  liveState(id: DocumentId): Promise<LiveState | null>
  /** An edit of a state that was read. Answers false, and does nothing, when the text is another one by now. */
  applyTo(state: LiveState, edit: Uint8Array): Promise<boolean>
  /** Whether a person may do this on a document here and now. */
  ask(viewer: Viewer, action: Action, id: DocumentId): Promise<Result<null>>
  /** What citizens see of a document; the live text of an unknown one. */
  shown(id: DocumentId): Promise<ShownText>
  setShown(id: DocumentId, shown: ShownText): Promise<void>
  /** What is said about a document beside its text. */
  setFrame(id: DocumentId, frame: Pick<DocumentSummary, 'leeway' | 'leewayText'>): Promise<void>
  /** Numbers documents of one kind of a process anew, in this order. */
  number(ids: readonly DocumentId[]): Promise<void>
  /** A text in plain language, for whoever brings texts along. */
  setPlainText(id: DocumentId, plain: { language: Language; markdown: string }): Promise<void>
  /** When each document was edited last. */
  lastEdits(): Promise<{ id: DocumentId; editedAt: Date }[]>
  /** People who have the document open. */
  readers(id: DocumentId): number
  /** Stores the text first, so that a document that is known has its text. Does nothing when it is known. */
  create(document: DocumentSummary, initialUpdate: Uint8Array): Promise<void>
  /** The same for one that a person begins: its number is the next of its kind, its address comes from its title. */
  add(document: NewText, initialUpdate: Uint8Array): Promise<DocumentSummary>
  /** Keeps an image that came with a text, which may be one that is about to be created. */
  keepImage(image: CarriedImage): Promise<Result<StoredImage>>
  /** An edit of the server's own, as everybody else's: sent to all, durable when it resolves. */
  apply(id: DocumentId, update: Uint8Array): Promise<void>
  /** Puts another text in the place of this one. Whoever has it open is told to leave the old one. */
  replace(id: DocumentId, update: Uint8Array): Promise<void>
  /** Judges open connections of a person anew. */
  refreshAccess(userId: string): Promise<void>
  connections(): number
  handleUpgrade: HandleUpgrade
  mount(mount: Mount): void
  /** The WebP behind an address of ours, e.g. `/media/<id>.webp`; null where there is none. */
  imageAt(src: string): Promise<Buffer | null>
  /** Images at `/media/…`. */
  media: Router
  /** Makes everything durable and hangs up. */
  close(): Promise<void>
}

export type DocumentsParts = {
  connection: Connection
  redisUrl: string | undefined
  isOwnOrigin: OwnOrigin
  viewerOf(request: IncomingMessage): Promise<Viewer>
  phaseOf: PhaseOf
  lastRelease: ReadLastRelease
  events: EventBus
  clock: Clock
  log: Logger
}

/** An upload is over long before. */
const uploadsTakeMs = 24 * 60 * 60_000

/** Longest time from an edit to `documents/text-changed`. */
const announceMs = 1_000

export function openDocuments(parts: DocumentsParts): Documents {
  const { connection, events, clock, phaseOf } = parts
  const models = documentModels(connection)
  const documents = new DocumentStore(models)
  const images = new ImageStore(models)
  const accessible = accessibleModels(connection)
  const ways = new OtherWaysStore(accessible)
  const videos = new VideoBytes(accessible)
  const exists = async (id: DocumentId) => (await documents.byId(id)) !== null

  const textChanges = new ChangeAnnouncer<DocumentId>(announceMs, async documentId => {
    events.emit('documents/text-changed', { documentId })
    await documents
      .markEdited(documentId, clock.now())
      .catch(error => parts.log.error({ error }, 'the time of an edit was not stored'))
  })
  const readers = new Readers({ ...parts, collab: () => collab })
  const collab = openCollab({
    ...parts,
    authorise: createAuthorise({
      ...parts,
      documentExists: exists,
      hidesLiveText: async id => hidesLiveText(await documents.byId(id), parts.lastRelease),
      onJoin: id => readers.changed(id),
    }),
    onEvent: event => hear(event),
  })
  collab.onChange(documentId => textChanges.changed(DocumentId.parse(documentId)))
  const replicas = new Replicas(collab)
  const liveTexts = new LiveTexts(replicas)

  function hear(event: CollabEvent): void {
    // Whoever is turned away closes too, and may have asked for anything.
    const id = DocumentId.safeParse(event.documentId)
    if (event.kind === 'closed' && id.success) readers.changed(id.data)
    if (event.kind === 'unloaded') replicas.forget(event.documentId)
  }

  const settled = tidy().catch(error => parts.log.error({ error }, 'the documents were not tidied up'))

  /** What a crash has left half done. */
  async function tidy(): Promise<void> {
    await documents.settleOrder()
    await videos.sweep(new Date(clock.now().getTime() - uploadsTakeMs), await ways.videoIds())
  }

  return {
    exists,
    ofProcess: async processId => (await documents.ofProcess(processId)).map(summaryOf),
    byId: async id => {
      const record = await documents.byId(id)
      return record && summaryOf(record)
    },
    bySlug: async slug => {
      const record = await documents.bySlug(slug)
      return record && summaryOf(record)
    },
    processOf: async id => (await documents.byId(id))?.processId ?? null,
    linkOf: async id => {
      const document = await documents.byId(id)
      return document && { slug: document.slug, title: document.title }
    },
    readerText: async id => {
      const record = await documents.byId(id)
      if (record === null) return null
      const { lastRelease } = parts
      return (await readPublicText({ liveTexts, lastRelease }, record)).text
    },
    liveText: async id => ((await exists(id)) ? liveTexts.text(id) : null),
    liveState: async id => ((await exists(id)) ? readLiveState(collab, id) : null),
    applyTo: async (state, edit) => {
      const { documentId } = state
      if (!isSameState(state, await readLiveState(collab, documentId))) return false
      if (!(await collab.applyServerUpdate(documentId, edit)))
        throw new Error(`the edit of ${documentId} was not taken`)
      return true
    },
    ask: async (viewer, action, id) => {
      const document = await documents.byId(id)
      if (document === null) return refuse('documents/unknown')
      const refusal = may(viewer, action, await phaseOf(document.processId))
      return refusal === null ? accept(null) : refuse(refusal)
    },
    shown: async id => (await documents.byId(id))?.shown ?? 'live',
    setShown: async (id, shown) => {
      await documents.setShown(id, shown)
      await collab.refreshAuthorisation({ documentId: id })
    },
    setFrame: (id, frame) => documents.setFrame(id, frame),
    number: ids => documents.number(ids),
    setPlainText: (id, plain) => writePlainText({ ways, clock }, id, plain),
    lastEdits: () => documents.lastEdits(),
    readers: id => readers.count(id),
    create: async (document, initialUpdate) => {
      if (await exists(document.id)) return
      if (!(await collab.applyServerUpdate(document.id, initialUpdate)))
        throw new Error(`the text of ${document.slug} was not taken`)
      await documents.insert({ ...document, editedAt: clock.now() })
    },
    add: (document, update) => addDocument({ collab, documents, clock }, document, update),
    keepImage: image => keepImage({ images, clock }, image),
    apply: async (id, update) => {
      if (!(await collab.applyServerUpdate(id, update))) throw new Error(`the edit of ${id} was not taken`)
    },
    replace: async (id, update) => {
      await collab.replaceDocument(id, update)
      replicas.forget(id)
      textChanges.changed(id)
    },
    refreshAccess: userId => collab.refreshAuthorisation({ userId }),
    connections: () => collab.metrics().connections,
    handleUpgrade: (request, socket, head) => {
      const documentId = (request.url ?? '').split('?')[0]?.slice('/collab/'.length) ?? ''
      collab.handleUpgrade(request, socket, head, documentId)
    },
    mount: mount => {
      mountDocuments(mount, { ...parts, documents, images, liveTexts, ways })
      mountAccessible(mount, { ...parts, documents, ways, videos })
    },
    imageAt: async src => {
      const id = ImageId.safeParse(/^\/media\/([0-9a-f]{24})\.webp$/.exec(src)?.[1])
      return id.success ? images.bytesOf(id.data) : null
    },
    media: serveVideos({ ways, videos }).use(serveImages(images)),
    close: async () => {
      await settled
      await collab.close()
      await textChanges.flush()
      await readers.close()
      replicas.close()
    },
  }
}
