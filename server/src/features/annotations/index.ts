import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { annotationChanged } from '@randnotiz/contract/annotations/messages'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
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
import { annotationsRoom, handleAnnotationCommands } from './socket.js'
import { AnnotationStore } from './storage/annotation-store.js'
import { ChangeRows } from './storage/change-rows.js'
import { annotationModels } from './storage/models.js'
import { TextStates } from './storage/text-states.js'
import { type ReadAuthors, viewAnnotations } from './view.js'

export type { LiveText } from './live-text.js'
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
}

export type Annotations = {
  mount(mount: Mount): void
  importAnnotation(imported: ImportedAnnotation): Promise<Annotation>
  countByDocument(): Promise<Map<DocumentId, number>>
}

/** The door of the feature. Resolves when indexes stand and what a crash left behind is in the feed. */
export async function createAnnotations(deps: AnnotationsDeps): Promise<Annotations> {
  const models = annotationModels(deps.connection)
  for (const model of Object.values(models)) await model.createIndexes()
  const annotations = new AnnotationStore(models)
  const view = viewAnnotations(deps.readAuthors)
  const feed = new ChangeFeed({
    annotations,
    changes: new ChangeRows(models),
    view,
    announce: (documentId, seq, annotation) =>
      deps.realtime.announce(annotationChanged, annotationsRoom(documentId), { documentId, seq, annotation }),
  })
  const parts: DeedParts = {
    ...deps,
    annotations,
    feed,
    view,
    textStates: new TextStates(models),
    recentTexts: new RecentTexts(),
  }
  handleAnnotationCommands(deps.realtime, parts)
  for (const documentId of await annotations.documentsWithUnannounced()) await feed.flush(documentId)
  return {
    mount: mount => mountAnnotations(mount, parts),
    countByDocument: () => annotations.countByDocument(),
    importAnnotation: imported => importAnnotation(parts, imported),
  }
}
