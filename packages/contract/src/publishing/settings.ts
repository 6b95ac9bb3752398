import { z } from 'zod'
import { Pseudonym } from '../accounts/viewer.js'
import { DocumentKind, DocumentSummary, Leeway } from '../documents/document.js'
import { CommandId, DocumentId } from '../kit/ids.js'
import { LocalizedText, Moment } from '../kit/wire-values.js'
import { Phase, Process } from './process.js'

/** A text for people in both languages; `most` in UTF-16 units. */
const said = (most: number) =>
  z.object({ de: z.string().trim().min(1).max(most), en: z.string().trim().min(1).max(most) })
const perhapsSaid = (most: number) =>
  z.object({ de: z.string().trim().max(most), en: z.string().trim().max(most) })

export const mostPhases = 20

/** Most paragraphs of the welcome and of what becomes of contributions, and the longest, in UTF-16 units. */
export const mostParagraphs = 12
export const paragraphLimit = 2_000

/** What staff decide about a process, as a whole. */
export const ProcessSettings = Process.pick({
  admitsGuests: true,
  supportHiddenHours: true,
  editHours: true,
  contact: true,
}).extend({
  title: said(80),
  motto: perhapsSaid(120),
  summary: said(600),
  /** Paragraph by paragraph, the same ones in both languages. */
  welcome: z.array(said(paragraphLimit)).max(mostParagraphs),
  results: z.array(said(paragraphLimit)).max(mostParagraphs),
  /** In the order of their beginnings; see `domain/publishing/judge-phases`. */
  phases: z
    .array(Phase.extend({ title: said(80), description: perhapsSaid(400) }))
    .min(1)
    .max(mostPhases),
})
export type ProcessSettings = z.infer<typeof ProcessSettings>

/** `edition` is the one that the person had before their eyes. Carried out once for each command id. */
export const ChangeProcess = z.object({
  commandId: CommandId,
  edition: z.number().int().positive(),
  settings: ProcessSettings,
})
export type ChangeProcess = z.infer<typeof ChangeProcess>

/** What can be changed about a text beside its words. */
export const DocumentFrame = z.object({
  leeway: Leeway,
  /** What exactly is open and what is not; null for the usual sentence. */
  leewayText: said(600).nullable(),
})
export type DocumentFrame = z.infer<typeof DocumentFrame>

/** Every text of one kind, in the order in which they shall be numbered. */
export const DocumentOrder = z.object({
  commandId: CommandId,
  kind: DocumentKind,
  order: z.array(DocumentId).min(1).max(500),
})
export type DocumentOrder = z.infer<typeof DocumentOrder>

/** What was changed; `about` names a text where it is about one. */
export const ProcessChangeEntry = z.object({
  part: z.enum([
    'title',
    'motto',
    'summary',
    'welcome',
    'results',
    'contact',
    'phases',
    'admitsGuests',
    'supportHiddenHours',
    'editHours',
    'leeway',
    'order',
  ]),
  about: LocalizedText.nullable(),
  before: z.string(),
  after: z.string(),
})
export type ProcessChangeEntry = z.infer<typeof ProcessChangeEntry>

/** Who changed what, and when. There is no way to change or remove one. */
export const ProcessChange = z.object({
  at: Moment,
  by: Pseudonym,
  entries: z.array(ProcessChangeEntry),
})
export type ProcessChange = z.infer<typeof ProcessChange>

/** Everything that the page with the settings shows; the changes newest first. */
export const ProcessDesk = z.object({
  process: Process,
  edition: z.number().int().positive(),
  documents: z.array(DocumentSummary),
  changes: z.array(ProcessChange),
})
export type ProcessDesk = z.infer<typeof ProcessDesk>
