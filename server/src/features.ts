import type { IncomingMessage, Server } from 'node:http'
import type { ChangeLink } from '@randnotiz/contract/publishing/comparison'
import {
  type Accounts,
  accountMigrations,
  followingMigrations,
  type Notifications,
  notificationMigrations,
  openAccounts,
  openNotifications,
} from './features/accounts/index.js'
import {
  type Annotations,
  annotationMigrations,
  createAnnotations,
  intakeMigrations,
  moderationMigrations,
} from './features/annotations/index.js'
import {
  type Answers,
  answerMigrations,
  deskCases,
  type Exports,
  exportMigrations,
  openAnswers,
  openExports,
  readBlackenings,
  readPublicAnswers,
} from './features/answers/index.js'
import {
  accessibleMigrations,
  type Documents,
  documentMigrations,
  openDocuments,
} from './features/documents/index.js'
import {
  newsMigrations,
  openPublishing,
  type Publishing,
  publishingMigrations,
  versionMigrations,
} from './features/publishing/index.js'
import { openWorkshops, type Workshops, workshopMigrations } from './features/workshops/index.js'
import type { Foundation } from './foundation.js'
import type { Closing } from './platform/closing.js'
import type { OwnOrigin } from './platform/http/origin.js'
import { webHeaders } from './platform/http/read-context.js'
import { jobMigrations } from './platform/jobs/models.js'
import { mailMigrations } from './platform/mailer/models.js'
import { migrate } from './platform/mongo/migrations.js'
import type { Printer } from './platform/printing/print-pdf.js'
import { proofMigrations } from './platform/proof/proof-of-work.js'
import { openRealtime, type Realtime } from './platform/realtime/realtime.js'

export type Features = {
  accounts: Accounts
  notifications: Notifications
  documents: Documents
  publishing: Publishing
  annotations: Annotations
  answers: Answers
  exports: Exports
  workshops: Workshops
}

export type FeaturesParts = Foundation & {
  httpServer: Server
  isOwnOrigin: OwnOrigin
  /** Where people reach us. */
  address: string
  /** A page of ours as people reach it from elsewhere. */
  linkTo(path: string): string
  /** IRI of the licence under which open data are given. */
  licence: string
  /** Null where there is no program that prints. */
  printer: Printer | null
}

const migrations = [
  ...mailMigrations,
  ...jobMigrations,
  ...proofMigrations,
  ...accountMigrations,
  ...notificationMigrations,
  ...followingMigrations,
  ...documentMigrations,
  ...accessibleMigrations,
  ...publishingMigrations,
  ...versionMigrations,
  ...newsMigrations,
  ...annotationMigrations,
  ...moderationMigrations,
  ...answerMigrations,
  ...intakeMigrations,
  ...exportMigrations,
  ...workshopMigrations,
]

/** So many news items a feed of a process holds. */
const newsInFeed = 20

/** Opens the features from left to right. What one needs from a feature to its right it is handed here, as a function. */
export async function openFeatures(parts: FeaturesParts, closing: Closing): Promise<Features> {
  await migrate(parts.connection, migrations)
  const accounts = openAccounts(parts)
  const viewerOf = (request: IncomingMessage) => accounts.viewerOf(webHeaders(request))
  const documents = openDocuments({
    ...parts,
    viewerOf,
    phaseOf: id => publishing.phaseOf(id),
    lastRelease: id => publishing.versions.lastRelease(id),
  })
  closing.add(documents.close)
  const realtime = openRealtime({ ...parts, viewerOf })
  const notifications = openNotifications({
    ...parts,
    realtime,
    emailOf: accounts.emailOf,
    nameSubject: async ({ kind, id }) => (kind === 'process' ? publishing.linkOf(id) : documents.linkOf(id)),
  })
  closing.add(notifications.close)
  const publishing = openPublishing({
    ...parts,
    documents,
    realtime,
    tellFollowers: notifications.tellFollowers,
    readAuthors: ids => accounts.authors(ids),
    countAnnotations: () => annotations.countByDocument(),
    previewPassages: question => annotations.previewPassages(question),
    changeLinks: async id =>
      joinLinks(await annotations.acceptedProposals(id), await answers.changeLinks(id)),
  })
  closing.add(publishing.close)
  const annotations = await createAnnotations({
    ...parts,
    realtime,
    viewerOf,
    liveText: id => documents.liveText(id),
    editText: (id, update) => documents.apply(id, update),
    documentExists: id => documents.exists(id),
    askPermission: (viewer, action, id) => documents.ask(viewer, actions[action], id),
    readAuthors: ids => accounts.authors(ids),
    readAnswers: readPublicAnswers(parts.connection),
    readBlackenings: readBlackenings(parts.connection),
    supportHiddenMs: async id => publishing.supportHiddenMs(await documents.processOf(id)),
    editWithinMs: async id => publishing.editWithinMs(await documents.processOf(id)),
    tellPerson: notifications.tell,
    forgetTold: notifications.forgetWords,
    documentLink: id => documents.linkOf(id),
    siteAddress: () => new URL(parts.linkTo('/')).origin,
    importPeople: people => accounts.importPeople(people),
    renameImported: (key, name) => accounts.renameImported(key, name),
    documentBySlug: slug => documents.bySlug(slug),
    readableText: (id, viewer) => publishing.versions.readableText(id, viewer),
    isPublicText: (id, text) => publishing.versions.isPublicText(id, text),
    releaseText: async (id, number) => (await publishing.versions.releaseText(id, number))?.text ?? null,
    mailReporter: notifications.mailReporter,
    processOf: id => documents.processOf(id),
    phasesOf: id => publishing.phasesOf(id),
    documentById: id => documents.byId(id),
    processes: () => publishing.all(),
    documentsOf: id => documents.ofProcess(id),
    newsOf: id => publishing.news.newest(id, newsInFeed),
    readerText: id => documents.readerText(id),
  })
  closing.add(annotations.close)
  const answers = await openAnswers({
    ...parts,
    realtime,
    documents,
    publishing,
    desk: annotations.desk,
    readAuthors: ids => accounts.authors(ids),
    readStaff: () => accounts.staff(),
    tellPerson: notifications.tell,
  })
  closing.add(answers.close)
  const exports = openExports({
    ...parts,
    ...deskCases(answers.parts),
    viewerOf,
    documents,
    publishing,
    annotations,
    siteAddress: () => new URL(parts.linkTo('/')).origin,
  })
  const workshops = await openWorkshops({
    ...parts,
    realtime,
    viewerOf,
    processOf: id => documents.processOf(id),
    documentById: id => documents.byId(id),
    readerText: id => documents.readerText(id),
    lastRelease: async id => {
      const release = await publishing.versions.lastRelease(id)
      return release && { number: release.source.number, publishedAt: release.source.publishedAt }
    },
    passageOfAnnotation: (documentId, id) => annotations.passageOf(documentId, id),
    keepPeople: people => accounts.importPeople(people),
    withheld: ids => annotations.withheld(ids),
    makeAnnotation: said => annotations.contribute(said),
    processLink: id => publishing.linkOf(id),
    tellFollowers: notifications.tellFollowers,
    tellPerson: notifications.tell,
    readStaff: () => accounts.staff(),
    readAuthors: ids => accounts.authors(ids),
  })
  closing.add(workshops.close)
  // A job that is broken off needs what it was begun with.
  closing.add(parts.jobs.close)
  // The newest is closed first: no more commands, then the features.
  closing.add(realtime.close)
  // What became due while nobody ran is done now.
  void parts.scheduler.tick()
  parts.jobs.wake()
  judgeAnew({ ...parts, documents, realtime })
  await accounts.settle()
  return { accounts, notifications, documents, publishing, annotations, answers, exports, workshops }
}

const actions = {
  annotate: 'annotation:create',
  propose: 'annotation:propose',
  reply: 'annotation:reply',
  support: 'annotation:support',
  attach: 'annotation:attach',
  accept: 'document:edit',
  exchange: 'annotation:exchange',
  intake: 'annotation:intake',
} as const

/** A contribution is named once for each place, by its accepted proposal or by what its answer says. */
function joinLinks(proposals: readonly ChangeLink[], answers: readonly ChangeLink[]): ChangeLink[] {
  const keyOf = ({ annotationId, blockIds }: ChangeLink) => `${annotationId} ${blockIds.join()}`
  const known = new Set(proposals.map(keyOf))
  return [...proposals, ...answers.filter(link => !known.has(keyOf(link)))].sort((a, b) =>
    a.at.localeCompare(b.at),
  )
}

type Judged = Pick<Foundation, 'events'> & { documents: Documents; realtime: Realtime }

/** Who has another role, or no session any more, must not go on with open connections as if nothing had happened. */
function judgeAnew({ events, documents, realtime }: Judged): void {
  for (const change of ['accounts/role-changed', 'accounts/session-ended'] as const)
    events.on(change, async ({ userId }) => {
      realtime.disconnectPerson(userId)
      await documents.refreshAccess(userId)
    })
}
