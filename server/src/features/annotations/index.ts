import type { IncomingMessage } from 'node:http'
import type { DocumentLink } from '@randnotiz/contract/accounts/notices'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { PassagePreview } from '@randnotiz/contract/annotations/passage-preview'
import type { AnnotationId, BlockId, DocumentId } from '@randnotiz/contract/kit/ids'
import type { ChangeLink } from '@randnotiz/contract/publishing/comparison'
import {
  type PublicContribution,
  publicContributions,
} from '@randnotiz/domain/annotations/exchange/public-contribution'
import { unbarredSight } from '@randnotiz/domain/annotations/moderation/sight'
import type { Router } from 'express'
import type { Connection } from 'mongoose'
import type { Clock } from '../../platform/clock.js'
import type { EventBus } from '../../platform/domain-events.js'
import type { Mount } from '../../platform/http/endpoint-table.js'
import type { RateLimiter } from '../../platform/limits/rate-limiter.js'
import type { Realtime } from '../../platform/realtime/realtime.js'
import type { Scheduler } from '../../platform/schedule/scheduler.js'
import { JobThread, threadFile } from '../../platform/threads/job-thread.js'
import { acceptedProposals } from './accepted-proposals.js'
import { announceChanges } from './announce-changes.js'
import { ChangeFeed } from './change-feed.js'
import { contributeFromWorkshop, type WorkshopContribution } from './deeds/contribute-from-workshop.js'
import { finishAcceptances } from './deeds/finish-acceptance.js'
import { forgetPersonOnErasure } from './deeds/forget-person.js'
import { type ImportedAnnotation, importAnnotation } from './deeds/import-annotation.js'
import { moveContributionsOnMerge } from './deeds/move-contributions.js'
import type { AskPermission, DeedParts, EditText } from './deeds/parts.js'
import { type DeskAccess, openDeskAccess } from './desk/desk-access.js'
import { type NumberedContribution, readNumbered } from './exchange/read-numbered.js'
import { serveExports } from './exchange/serve-exports.js'
import { type WebAnnotationExport, writeWebAnnotations } from './exchange/write-web-annotations.js'
import { Indexes } from './finding/indexes.js'
import { mountAnnotations } from './http.js'
import { mountIntake, serveScans } from './intake/http.js'
import { IntakeStore } from './intake/intake-store.js'
import { intakeModels } from './intake/models.js'
import { serveCodes } from './linking/serve-codes.js'
import type { ReadLiveText } from './live-text.js'
import { type Moderation, type ModerationDeps, openModeration } from './moderation/index.js'
import { mountParticipation } from './participation/mount-participation.js'
import { passageOf } from './passage/passage-of.js'
import { RecentTexts } from './passage/recent-texts.js'
import type { PreviewAnswer, PreviewJob } from './preview/preview-jobs.js'
import { type PassagesQuestion, previewPassages } from './preview/preview-passages.js'
import { keepResolutions } from './resolution/keep-resolutions.js'
import { KnownPassages } from './resolution/known-passages.js'
import type { SearchFigures } from './resolution/resolution-keeper.js'
import type { SettlingTimes } from './resolution/settling.js'
import { handleAnnotationCommands } from './socket.js'
import { AnnotationStore } from './storage/annotation-store.js'
import { ChangeRows } from './storage/change-rows.js'
import { ErasedWords } from './storage/erased-words.js'
import { annotationModels } from './storage/models.js'
import { Publications } from './storage/publications.js'
import { ReadMarks } from './storage/read-marks.js'
import { ResolvedStates } from './storage/resolved-states.js'
import { SupportStore } from './storage/support-store.js'
import { type IsPublicText, TextStates } from './storage/text-states.js'
import { type TellPerson, tellAuthorsOfReplies } from './tell-authors.js'
import { type ReadAuthors, type ViewParts, viewAnnotations, viewHistory } from './view.js'

export {
  type AcceptedChange,
  type Candidate,
  type Contribution,
  type DeskAccess,
  nameOf,
  type Similar,
} from './desk/desk-access.js'
export { readCursor, startBehind, writeCursor } from './finding/cursor.js'
export { intakeMigrations } from './intake/models.js'
export type { LiveText } from './live-text.js'
export { moderationMigrations } from './moderation/storage/models.js'
export { annotationMigrations } from './storage/models.js'

export type {
  ImportedAnnotation,
  NumberedContribution,
  ReadLiveText,
  WebAnnotationExport,
  WorkshopContribution,
}

export type AnnotationsDeps = ModerationDeps & {
  connection: Connection
  scheduler: Scheduler
  realtime: Realtime
  liveText: ReadLiveText
  editText: EditText
  documentExists(documentId: DocumentId): Promise<boolean>
  askPermission: AskPermission
  readAuthors: ReadAuthors
  readAnswers: ViewParts['readAnswers']
  readBlackenings: ViewParts['readBlackenings']
  /** How long the number of supporters of a contribution stays hidden, in milliseconds. */
  supportHiddenMs(documentId: DocumentId): Promise<number>
  editWithinMs: DeedParts['editWithinMs']
  tellPerson: TellPerson
  /** Takes somebody's name and words out of what others were told under these keys. */
  forgetTold(keys: readonly string[]): Promise<void>
  documentLink(documentId: DocumentId): Promise<DocumentLink | null>
  documentBySlug: DeedParts['documentBySlug']
  documentById: DeedParts['documentById']
  processes: DeedParts['processes']
  documentsOf: DeedParts['documentsOf']
  newsOf: DeedParts['newsOf']
  readerText: DeedParts['readerText']
  limiter: RateLimiter
  releaseText: DeedParts['releaseText']
  readableText: DeedParts['readableText']
  isPublicText: IsPublicText
  importPeople: DeedParts['importPeople']
  renameImported: DeedParts['renameImported']
  /** The address of this site, e.g. `https://beteiligung.example.org`. */
  siteAddress(): string
  licence: string
  viewerOf(request: IncomingMessage): Promise<Viewer>
  events: EventBus
  clock: Clock
  log: { error(details: object, message: string): void }
  /** When a text has come to rest, so that its passages are looked for. */
  settling?: SettlingTimes
}

export type Annotations = {
  mount(mount: Mount): void
  /** Whole lists of contributions, as files. */
  exports: Router
  /** QR codes at `/qr/…`. */
  codes: Router
  /** Scans of letters, for staff, at `/arbeit/eingang/…`. */
  scans: Router
  /** The yearly numbers of moderation at `/berichte/…`. */
  files: Router
  moderation: Moderation
  desk: DeskAccess
  importAnnotation(imported: ImportedAnnotation): Promise<Annotation>
  /** Where an annotation stands by now; null when it stands nowhere in particular, or may not be read. */
  passageOf(documentId: DocumentId, id: AnnotationId): Promise<{ blockId: BlockId; quote: string } | null>
  /** Makes an annotation of what somebody has said in a workshop; once for each id. */
  contribute(said: WorkshopContribution): Promise<void>
  countByDocument(): Promise<Map<DocumentId, number>>
  /** Looks for the passages of a document now; resolves when each was looked for in a text not older than the call. */
  resolve(documentId: DocumentId): Promise<void>
  /** How many searches there were, and what the last one has taken. */
  searchFigures(): SearchFigures
  /** What would become of the annotations of a document if its text were another one. Stores nothing. */
  previewPassages(question: PassagesQuestion): Promise<PassagePreview>
  /** What proposals have changed in a text, of those that everybody may read. */
  acceptedProposals(documentId: DocumentId): Promise<ChangeLink[]>
  /** Contributions of a text that everybody may read, in its order, with numbers that stay. */
  numbered(documentId: DocumentId): Promise<NumberedContribution[]>
  /** What everybody may read as Web Annotations, piece by piece. */
  webAnnotations(wanted: WebAnnotationExport): AsyncGenerator<string>
  /** As everybody sees it; null where nobody may read it. */
  contribution(id: AnnotationId): Promise<PublicContribution | null>
  /** Those of them whose words not everybody may read: held, hidden or taken back. */
  withheld(ids: readonly AnnotationId[]): Promise<Set<AnnotationId>>
  /** Finishes looking for passages. */
  close(): Promise<void>
}

/** The door of the feature. Resolves when what a crash left behind is in the feed. */
export async function createAnnotations(deps: AnnotationsDeps): Promise<Annotations> {
  const models = annotationModels(deps.connection)
  const annotations = new AnnotationStore(models)
  const supports = new SupportStore(models)
  const readMarks = new ReadMarks(models)
  const view = viewAnnotations(deps)
  const changes = new ChangeRows(models)
  const tellReplies = tellAuthorsOfReplies(deps)
  const feed = new ChangeFeed({
    annotations,
    changes,
    view,
    announce: announceChanges({ realtime: deps.realtime, view }),
    alsoTell: async (documentId, records) => {
      await tellReplies(documentId, records)
      await moderation.tellAboutHeld(documentId, records)
      const annotationIds = records.map(({ _id }) => _id)
      deps.events.emit('annotations/changed', { documentId, annotationIds })
    },
  })
  const publications = new Publications(models)
  const moderation = openModeration({ ...deps, annotations, publications, feed })
  const textStates = new TextStates(models, deps.isPublicText)
  const recentTexts = new RecentTexts()
  const passages = new KnownPassages(annotations, changes)
  const resolvedStates = new ResolvedStates(models)
  const resolutions = keepResolutions({
    ...deps,
    annotations,
    passages,
    textStates,
    recentTexts,
    resolvedStates,
    feed,
  })
  const { lookFor, find } = resolutions
  const parts: DeedParts = {
    ...deps,
    annotations,
    supports,
    readMarks,
    intake: new IntakeStore(intakeModels(deps.connection)),
    indexes: new Indexes({ annotations, changes, view }),
    feed,
    view,
    viewHistory: viewHistory(deps.readAuthors),
    textStates,
    recentTexts,
    lookFor,
    find,
    judgeArrival: moderation.judge,
    changes,
    judgeEdit: moderation.judgeEdit,
  }
  const thread = new JobThread<PreviewJob, PreviewAnswer>({
    name: 'preview-passages',
    file: threadFile('./preview/preview-worker.js', import.meta.url),
  })
  handleAnnotationCommands(deps.realtime, parts)
  const ofPeople = { ...deps, annotations, supports, readMarks, feed }
  const stopMoving = moveContributionsOnMerge(ofPeople)
  const stopForgetting = forgetPersonOnErasure({ ...ofPeople, erasedWords: new ErasedWords(models) })
  for (const documentId of await annotations.marks.documents()) await feed.flush(documentId)
  await moderation.finish()
  await finishAcceptances({ ...deps, annotations })
  return {
    mount: mount => {
      mountAnnotations(mount, parts)
      mountParticipation(mount, { ...parts, models })
      moderation.mount(mount)
      mountIntake(mount, parts)
    },
    exports: serveExports({ ...parts, viewerOf: deps.viewerOf, limiter: deps.limiter, log: deps.log }),
    codes: serveCodes(parts),
    scans: serveScans({ ...parts, viewerOf: deps.viewerOf }),
    files: moderation.files,
    moderation,
    desk: openDeskAccess(parts),
    countByDocument: () => annotations.countByDocument(),
    importAnnotation: imported => importAnnotation(parts, imported),
    passageOf: (documentId, id) => passageOf(parts, documentId, id),
    contribute: said => contributeFromWorkshop(parts, said),
    resolve: documentId => resolutions.resolve(documentId),
    searchFigures: () => resolutions.figures(),
    numbered: documentId => readNumbered(parts, documentId),
    webAnnotations: wanted => writeWebAnnotations(parts, wanted),
    contribution: async id => {
      const record = await annotations.byId(id)
      const [contribution] = record ? publicContributions(await view([record], unbarredSight)) : []
      return contribution ?? null
    },
    withheld: ids => annotations.withheld(ids),
    acceptedProposals: async documentId => acceptedProposals(await annotations.accepted(documentId)),
    previewPassages: question => previewPassages({ annotations, textStates, view, thread }, question),
    close: async () => {
      stopMoving()
      stopForgetting()
      moderation.close()
      await resolutions.close()
      await thread.close()
    },
  }
}
