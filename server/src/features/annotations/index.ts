import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { annotationChanged } from '@randnotiz/contract/annotations/messages'
import { DocumentId } from '@randnotiz/contract/kit/ids'
import type { Connection } from 'mongoose'
import type { Clock } from '../../platform/clock.js'
import type { EventBus } from '../../platform/domain-events.js'
import type { Mount } from '../../platform/http/endpoint-table.js'
import type { Realtime } from '../../platform/realtime/realtime.js'
import { ChangeFeed } from './change-feed.js'
import { type ImportedAnnotation, importAnnotation } from './deeds/import-annotation.js'
import type { AskPermission, DeedParts } from './deeds/parts.js'
import { mountAnnotations } from './http.js'
import type { ReadLiveText } from './live-text.js'
import { RecentTexts } from './passage/recent-texts.js'
import { KnownPassages } from './resolution/known-passages.js'
import { ResolutionKeeper } from './resolution/resolution-keeper.js'
import { ResolverThread } from './resolution/resolver-thread.js'
import { Settling, type SettlingTimes } from './resolution/settling.js'
import { annotationsRoom, handleAnnotationCommands } from './socket.js'
import { AnnotationStore } from './storage/annotation-store.js'
import { ChangeRows } from './storage/change-rows.js'
import { annotationModels } from './storage/models.js'
import { ResolvedStates } from './storage/resolved-states.js'
import { TextStates } from './storage/text-states.js'
import { type ReadAuthors, viewAnnotations } from './view.js'

export type { LiveText } from './live-text.js'
export { annotationMigrations } from './storage/models.js'

const usualSettling: SettlingTimes = { quietMs: 2_000, mostMs: 10_000 }

export type { ImportedAnnotation, ReadLiveText }

export type AnnotationsDeps = {
  connection: Connection
  realtime: Realtime
  liveText: ReadLiveText
  documentExists(documentId: DocumentId): Promise<boolean>
  askPermission: AskPermission
  readAuthors: ReadAuthors
  events: EventBus
  clock: Clock
  log: { error(details: object, message: string): void }
  /** When a text has come to rest, so that its passages are looked for. */
  settling?: SettlingTimes
}

export type Annotations = {
  mount(mount: Mount): void
  importAnnotation(imported: ImportedAnnotation): Promise<Annotation>
  countByDocument(): Promise<Map<DocumentId, number>>
  /** Finishes looking for passages. */
  close(): Promise<void>
}

/** The door of the feature. Resolves when what a crash left behind is in the feed. */
export async function createAnnotations(deps: AnnotationsDeps): Promise<Annotations> {
  const models = annotationModels(deps.connection)
  const annotations = new AnnotationStore(models)
  const view = viewAnnotations(deps.readAuthors)
  const changes = new ChangeRows(models)
  const feed = new ChangeFeed({
    annotations,
    changes,
    view,
    announce: (documentId, seq, annotation) =>
      deps.realtime.announce(annotationChanged, annotationsRoom(documentId), { documentId, seq, annotation }),
  })
  const textStates = new TextStates(models)
  const recentTexts = new RecentTexts()
  const thread = new ResolverThread()
  const resolvedStates = new ResolvedStates(models)
  const passages = new KnownPassages(annotations, changes)
  const keeper = new ResolutionKeeper({
    ...deps,
    annotations,
    passages,
    textStates,
    resolvedStates,
    feed,
    thread,
  })
  const report = (error: unknown) => deps.log.error({ error }, 'passages could not be looked for')
  const lookFor = (documentId: DocumentId) => void keeper.resolve(documentId).catch(report)
  const settling = new Settling(deps.settling ?? usualSettling, lookFor)
  const parts: DeedParts = {
    ...deps,
    annotations,
    feed,
    view,
    textStates,
    recentTexts,
    lookFor,
  }
  handleAnnotationCommands(deps.realtime, parts)
  for (const documentId of await annotations.documentsWithUnannounced()) await feed.flush(documentId)
  keeper.catchUp().catch(report)
  const stopListening = deps.events.on('documents/text-changed', async event => {
    const documentId = DocumentId.parse(event.documentId)
    settling.changed(documentId)
    const live = await deps.liveText(documentId)
    if (live) recentTexts.remember(documentId, { stateVector: live.stateVector, text: live.index.text })
  })
  return {
    mount: mount => mountAnnotations(mount, parts),
    countByDocument: () => annotations.countByDocument(),
    importAnnotation: imported => importAnnotation(parts, imported),
    close: async () => {
      stopListening()
      settling.close()
      await keeper.close()
      await thread.close()
    },
  }
}
