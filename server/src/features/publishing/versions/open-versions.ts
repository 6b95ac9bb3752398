import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { TextSource } from '@randnotiz/contract/documents/document'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { ChangeLink } from '@randnotiz/contract/publishing/comparison'
import type { Release } from '@randnotiz/contract/publishing/release'
import type { VersionName } from '@randnotiz/contract/publishing/version'
import type { ComparedRow } from '@randnotiz/document-schema/compare/compare-content'
import type { Router } from 'express'
import type { Connection } from 'mongoose'
import type { Clock } from '../../../platform/clock.js'
import type { EventBus } from '../../../platform/domain-events.js'
import type { Logger } from '../../../platform/logger.js'
import type { Documents, ShownRelease } from '../../documents/index.js'
import { type ComparisonParts, linksBetween } from '../deeds/compare-versions.js'
import { type ImportedRelease, importRelease } from '../deeds/import-release.js'
import { serveReleases } from '../serve-releases.js'
import { DayStore } from '../storage/day-store.js'
import { KeptTexts } from '../storage/kept-texts.js'
import { ReleaseStore, releaseOf } from '../storage/release-store.js'
import { versionModels } from '../storage/version-models.js'
import type { TextThread } from '../texts/text-thread.js'
import { Comparisons } from './comparisons.js'
import { DayKeeper } from './day-keeper.js'
import { LiveCompositions } from './live-compositions.js'
import type { ReadChangeLinks } from './parts.js'
import { sightOfVersions } from './sight.js'
import { readVersion, type VersionText } from './version-texts.js'

export type VersionsDeps = {
  connection: Connection
  documents: Documents
  texts: TextThread
  changeLinks: ReadChangeLinks
  events: EventBus
  clock: Clock
  log: Logger
}

/** Releases of texts, how they ended their days, and what differs between any two of them. */
export type Versions = {
  parts: ComparisonParts
  keptContent(documentId: DocumentId, version: VersionName): Promise<string | null>
  /** A version with its content; null when there is none of that name. */
  read(documentId: DocumentId, version: VersionName): Promise<VersionText | null>
  /** What differs between two of them, block by block; of a version and itself, all of it. */
  compare(from: VersionText, to: VersionText): Promise<ComparedRow[]>
  /** Contributions that changed a text between two of its versions. */
  linksBetween(documentId: DocumentId, from: VersionText, to: VersionText): Promise<ChangeLink[]>
  /** Newest first. */
  releasesOf(documentId: DocumentId): Promise<Release[]>
  /** The last release as a reader gets it; null before the first. */
  lastRelease(documentId: DocumentId): Promise<ShownRelease | null>
  /** The flat text of a release, and the state vector of its document. */
  releaseText(documentId: DocumentId, number: number): Promise<{ text: string; stateVector: string } | null>
  /** The text of today as a person may see it; null when there is no such document. */
  readableText(documentId: DocumentId, viewer: Viewer): Promise<string | null>
  /** Whether everybody may read a flat text of a document: citizens see the live text, or it was released. */
  isPublicText(documentId: DocumentId, text: string): Promise<boolean>
  /** Keeps the live text as how it ended the day of a moment; for whoever brings texts with a past. */
  keepDay(documentId: DocumentId, changedAt: Date): Promise<void>
  /** Keeps a live text that is about to be replaced. */
  keepReplaced(documentId: DocumentId, update: Uint8Array): Promise<void>
  /** A release from before; does nothing when it is there. */
  importRelease(imported: ImportedRelease): Promise<void>
  files: Router
  close(): Promise<void>
}

/** What lies around for so long and belongs to nobody was left behind by a crash. */
const sweepAfterMs = 24 * 60 * 60_000

export function openVersions(deps: VersionsDeps): Versions {
  const { documents, texts, clock, log } = deps
  const models = versionModels(deps.connection)
  const releases = new ReleaseStore(models)
  const days = new DayStore(models)
  const kept = new KeptTexts(models)
  const live = new LiveCompositions(documents, texts)
  const keeper = new DayKeeper({ ...deps, days, kept, live })
  const comparisons = new Comparisons(texts)
  const parts: ComparisonParts = { ...deps, releases, days, kept, live, comparisons }
  const tidied = tidy().catch(error => log.error({ error }, 'versions were not tidied up'))

  async function tidy(): Promise<void> {
    await keeper.catchUp()
    const named = [...(await releases.tokens()), ...(await days.tokens())]
    await kept.sweep(new Date(clock.now().getTime() - sweepAfterMs), named)
  }

  return {
    parts,
    keptContent: async (documentId, version) =>
      (await readVersion(parts, documentId, version))?.content ?? null,
    read: (documentId, version) => readVersion(parts, documentId, version),
    compare: (from, to) => comparisons.of(from, to),
    linksBetween: async (documentId, from, to) => linksBetween(await deps.changeLinks(documentId), from, to),
    releasesOf: async documentId => (await releases.ofDocument(documentId)).map(releaseOf),
    lastRelease: async documentId => {
      const record = await releases.last(documentId)
      if (record === null) return null
      const { _id: id, number, title, createdAt: publishedAt, stateVector, words, outline, token } = record
      const source: TextSource = { kind: 'release', id, number, title, publishedAt }
      return { source, html: await kept.text(token, 'html'), outline, stateVector, words }
    },
    releaseText: async (documentId, number) => {
      const record = await releases.byNumber(documentId, number)
      return record && { text: await kept.text(record.token, 'text'), stateVector: record.stateVector }
    },
    readableText: async (documentId, viewer) => {
      const { live: seesLive } = await sightOfVersions(parts, documentId, viewer)
      const last = seesLive ? null : await releases.last(documentId)
      if (last !== null) return kept.text(last.token, 'text')
      return (await documents.liveText(documentId))?.index.text ?? null
    },
    isPublicText: async (documentId, text) => {
      if ((await sightOfVersions(parts, documentId, { kind: 'anonymous' })).live) return true
      for (const token of await releases.tokensOf(documentId))
        if ((await kept.text(token, 'text')) === text) return true
      return false
    },
    keepDay: (documentId, changedAt) => keeper.keep(documentId, changedAt),
    keepReplaced: async (documentId, update) => keeper.keepReplaced(documentId, await texts.compose(update)),
    importRelease: imported => importRelease(parts, imported),
    files: serveReleases({ releases, kept }),
    close: async () => {
      await tidied
      await keeper.close()
    },
  }
}
