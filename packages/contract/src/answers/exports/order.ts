import { z } from 'zod'
import { AnnotationKind } from '../../annotations/kind.js'
import { DocumentId, ProcessId, Slug } from '../../kit/ids.js'
import { Language } from '../../kit/wire-values.js'
import { VersionName } from '../../publishing/version.js'
import { OutcomeKind } from '../outcome.js'
import { UnitId } from '../settings.js'

/** The five columns of the printed synopsis, in their order. */
export const synopsisColumns = ['number', 'passage', 'contribution', 'assessment', 'outcome'] as const
export const SynopsisColumn = z.enum(synopsisColumns)
export type SynopsisColumn = z.infer<typeof SynopsisColumn>

const title = z.string().trim().max(160)

/** What stands over the synopsis and its columns; an empty one is the usual one. */
export const SynopsisTitles = z.object({
  title,
  columns: z.object({
    number: title,
    passage: title,
    contribution: title,
    assessment: title,
    outcome: title,
  }),
})
export type SynopsisTitles = z.infer<typeof SynopsisTitles>

export const usualTitles: SynopsisTitles = {
  title: '',
  columns: { number: '', passage: '', contribution: '', assessment: '', outcome: '' },
}

/** `null` leaves nothing out. Whatever leaves something out is named in the file, which calls itself a part. */
export const SynopsisFilter = z.object({
  document: Slug.nullable(),
  kind: AnnotationKind.nullable(),
  outcome: OutcomeKind.nullable(),
  /** Whether there is an answer in the synopsis, see `answers`. */
  answered: z.enum(['yes', 'no']).nullable(),
  unit: UnitId.nullable(),
})
export type SynopsisFilter = z.infer<typeof SynopsisFilter>

export const unfiltered: SynopsisFilter = {
  document: null,
  kind: null,
  outcome: null,
  answered: null,
  unit: null,
}

export const SynopsisFormat = z.enum(['docx', 'pdf', 'xlsx', 'csv', 'json', 'jsonld'])
export type SynopsisFormat = z.infer<typeof SynopsisFormat>

/** The formats of texts and of comparisons of texts. */
export const TextFormat = z.enum(['docx', 'pdf', 'html', 'md'])
export type TextFormat = z.infer<typeof TextFormat>

/** What somebody wants as a file. */
export const ExportOrder = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('synopsis'),
    processId: ProcessId,
    format: SynopsisFormat,
    language: Language,
    names: z.enum(['without', 'with']),
    /** `all` has drafts and released answers too, for the work in the office; `published` what everybody reads. */
    answers: z.enum(['published', 'all']),
    filter: SynopsisFilter,
    titles: SynopsisTitles,
  }),
  z.object({
    kind: z.literal('text'),
    documentId: DocumentId,
    version: VersionName,
    format: TextFormat,
    language: Language,
  }),
  z.object({
    kind: z.literal('comparison'),
    documentId: DocumentId,
    from: VersionName,
    to: VersionName,
    format: TextFormat,
    language: Language,
  }),
  /** The skeleton of the paper with which the council decides. */
  z.object({ kind: z.literal('paper'), processId: ProcessId, language: Language }),
])
export type ExportOrder = z.infer<typeof ExportOrder>
export type OrderOf<Kind extends ExportOrder['kind']> = Extract<ExportOrder, { kind: Kind }>
