import { z } from 'zod'
import { Annotation, Author } from '../annotations/annotation.js'
import { Finding, FindingCursor, searchLimit } from '../annotations/finding.js'
import { AnnotationKind } from '../annotations/kind.js'
import { OutlineEntry } from '../documents/document.js'
import { BlockId, DocumentId, ProcessId, Slug } from '../kit/ids.js'
import { LocalizedText } from '../kit/wire-values.js'
import { Change } from './answer.js'
import { AnswerCase, Point, PointName, WorkState } from './case.js'
import { SeenPoint } from './commands.js'
import { OutcomeKind } from './outcome.js'
import { AnswerSettings, UnitId } from './settings.js'
import { AnswerTotals } from './totals.js'

/** Most points in one answer. */
export const deskPageSize = 50

/** An empty value, as a form without JavaScript sends it, is one that was not chosen. */
const chosen = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess(value => (value === '' ? undefined : value), shape.optional())

/** `overdue` before today, `week` up to a week from today, `none` without a date. */
export const DueFilter = z.enum(['overdue', 'week', 'none'])
export type DueFilter = z.infer<typeof DueFilter>

/** `waiting` is the oldest first. */
export const DeskOrder = z.enum(['waiting', 'due', 'passage', 'supported'])
export type DeskOrder = z.infer<typeof DeskOrder>

export const DeskQuery = z.object({
  /** Words in the contribution, its quote, its replies or its author's name. */
  q: chosen(z.string().trim().max(searchLimit)),
  document: chosen(Slug),
  /** A heading of that document. */
  chapter: chosen(BlockId),
  kind: chosen(AnnotationKind),
  state: chosen(WorkState),
  outcome: chosen(OutcomeKind),
  /** `none` for points that no unit is responsible for. */
  unit: chosen(z.union([UnitId, z.literal('none')])),
  due: chosen(DueFilter),
  /** Only what nobody outside can read an answer to yet. */
  unanswered: chosen(z.literal('yes')),
  /** Only what the viewer is responsible for, or has written. */
  mine: chosen(z.literal('yes')),
  order: chosen(DeskOrder),
  after: chosen(FindingCursor),
})
export type DeskQuery = z.infer<typeof DeskQuery>

/** A row of the desk: one point, with its contribution. */
export const DeskItem = z.object({
  annotation: Annotation,
  document: Finding.shape.document,
  chapter: OutlineEntry.nullable(),
  version: z.number().int().nonnegative(),
  point: Point,
  /** How many points the contribution has. */
  points: z.number().int().positive(),
  notes: z.number().int().nonnegative(),
})
export type DeskItem = z.infer<typeof DeskItem>

const ProcessName = z.object({ id: ProcessId, slug: Slug, title: LocalizedText })

/** What whoever sits at the desk may do there. */
const DeskRights = z.object({ release: z.boolean(), publish: z.boolean(), settings: z.boolean() })

const count = z.number().int().nonnegative()
const Counts = z.record(z.string(), count)

/** How many points there are for a choice, and how many each other choice would find with everything else as chosen. */
export const DeskCounts = z.object({
  /** Points that match, not only those on a page. */
  total: count,
  states: z.partialRecord(WorkState, count),
  kinds: z.partialRecord(AnnotationKind, count),
  outcomes: z.partialRecord(OutcomeKind, count),
  dues: z.partialRecord(DueFilter, count),
  /** By the id of a unit; `none` for those without. */
  units: Counts,
  /** By the slug of a text. */
  texts: Counts,
  totals: AnswerTotals,
})
export type DeskCounts = z.infer<typeof DeskCounts>

export const DeskPage = DeskCounts.extend({
  process: ProcessName,
  items: z.array(DeskItem),
  next: FindingCursor.nullable(),
  documents: z.array(Finding.shape.document),
  /** Headings of the chosen document; empty without one. */
  chapters: z.array(OutlineEntry),
  settings: AnswerSettings,
  /** Who can be responsible, and be mentioned. */
  staff: z.array(Author),
  rights: DeskRights,
})
export type DeskPage = z.infer<typeof DeskPage>

/** Most contributions whose rows are asked for anew at once; whoever needs more asks for the page. */
export const mostDeskRows = 50

/** A choice at the desk, and contributions about which something has changed. */
export const DeskRowsQuery = DeskQuery.omit({ after: true, order: true }).extend({
  /** With commas between them. */
  ids: z
    .string()
    .regex(/^([0-9a-f]{24}(,[0-9a-f]{24}){0,49})?$/)
    .default(''),
})
export type DeskRowsQuery = z.output<typeof DeskRowsQuery>

/** What has become of some rows: those that match as they are now; a point that is missing no longer does. */
export const DeskRows = DeskCounts.extend({ items: z.array(DeskItem) })
export type DeskRows = z.infer<typeof DeskRows>

/** Everything that matches a choice, in order, to do something to all of it: at most as many as one command takes. */
export const DeskChoice = z.object({
  points: z.array(SeenPoint.extend({ state: WorkState, words: z.string() })),
})
export type DeskChoice = z.infer<typeof DeskChoice>

/** Everything it takes to answer one contribution. */
export const CasePage = z.object({
  process: ProcessName,
  annotation: Annotation,
  document: Finding.shape.document,
  chapter: OutlineEntry.nullable(),
  case: AnswerCase,
  settings: AnswerSettings,
  staff: z.array(Author),
  rights: DeskRights,
  /** Accepted proposals of the document, the contribution's own first. */
  proposals: z.array(z.object({ change: Change, excerpt: z.string() })),
  /** For whom else its points speak, or who speaks for them. */
  together: z.array(z.object({ name: PointName, words: z.string(), author: Author })),
  /** Releases of the document, newest first. */
  releases: z.array(z.object({ number: z.number().int().positive(), title: z.string() })),
})
export type CasePage = z.infer<typeof CasePage>

/** Contributions that may say the same, the most similar first, with what they share. */
export const SimilarPoints = z.object({
  similar: z.array(
    z.object({
      name: PointName,
      version: z.number().int().nonnegative(),
      annotation: Annotation,
      document: Finding.shape.document,
      /** From 0 to 1. */
      score: z.number().min(0).max(1),
      /** Words that both use and others seldom do, as they stand in the other one. */
      words: z.array(z.string()),
      samePassage: z.boolean(),
      work: WorkState,
      /** Is in the group already. */
      grouped: z.boolean(),
    }),
  ),
})
export type SimilarPoints = z.infer<typeof SimilarPoints>

/** Plain text of the blocks of a document, to pick a changed passage from. */
export const PickableText = z.object({
  documentId: DocumentId,
  /** Of the last release, from which `before` is; null before the first. */
  since: z.number().int().positive().nullable(),
  blocks: z.array(
    z.object({
      blockId: BlockId,
      text: z.string(),
      heading: z.boolean(),
      change: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('none') }),
        z.object({ kind: z.literal('new') }),
        z.object({ kind: z.literal('changed'), before: z.string() }),
      ]),
    }),
  ),
})
export type PickableText = z.infer<typeof PickableText>
