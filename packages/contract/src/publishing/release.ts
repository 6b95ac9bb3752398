import { z } from 'zod'
import { DocumentSummary, OutlineEntry, ShownText } from '../documents/document.js'
import { DocumentId, ReleaseId } from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'
import { Day, Hash } from './version.js'

export const ReleaseTitle = z.string().trim().min(1).max(120)
export const ReleaseSummary = z.string().trim().max(2_000)

/**
 * A published state of a text; never changed. `hash` is the SHA-256 of its file, see `releaseFile`, so that anybody can
 * check that it is still what was published.
 */
export const Release = z.object({
  id: ReleaseId,
  documentId: DocumentId,
  /** From 1, without gaps. */
  number: z.number().int().positive(),
  title: ReleaseTitle,
  /** What is new; may be empty. */
  summary: ReleaseSummary,
  createdAt: Moment,
  hash: Hash,
  words: z.number().int().nonnegative(),
})
export type Release = z.infer<typeof Release>

/** How a text ended a day on which somebody wrote in it. Nobody's name is kept with it. */
export const DayVersion = z.object({
  day: Day,
  words: z.number().int().nonnegative(),
})
export type DayVersion = z.infer<typeof DayVersion>

export const VersionPermissions = z.object({
  /** See the days between releases. */
  history: z.boolean(),
  /** Restore an earlier version. */
  edit: z.boolean(),
  publish: z.boolean(),
})

/** Every release of a document, newest first, and for staff the days between them. */
export const VersionList = z.object({
  document: DocumentSummary,
  shown: ShownText,
  releases: z.array(Release),
  /** Newest first; empty for whoever may not see them. */
  days: z.array(DayVersion),
  /** Whether the live text differs from the last release; null for whoever does not see the live text. */
  ahead: z.boolean().nullable(),
  permissions: VersionPermissions,
})
export type VersionList = z.infer<typeof VersionList>

/** A text that was kept, to be read: HTML that our own table of tags made. */
export const KeptText = z.object({
  html: z.string(),
  outline: z.array(OutlineEntry),
  words: z.number().int().nonnegative(),
})
export type KeptText = z.infer<typeof KeptText>

export const ReleasePage = z.object({
  document: DocumentSummary,
  release: Release,
  text: KeptText,
  /** Number of the newest release. */
  newest: z.number().int().positive(),
  /** Contributions that changed the text between the release before and this one. */
  contributions: z.number().int().nonnegative(),
})
export type ReleasePage = z.infer<typeof ReleasePage>

export const DayPage = z.object({ document: DocumentSummary, version: DayVersion, text: KeptText })
export type DayPage = z.infer<typeof DayPage>
