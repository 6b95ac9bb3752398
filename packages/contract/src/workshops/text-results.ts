import { z } from 'zod'
import { endpoint } from '../kit/endpoint.js'
import { AnnotationId, BlockId, DocumentId, StepId, WorkshopId } from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'
import { AgendaLine } from './hall.js'
import { Admission, Round } from './session.js'

/** A revealed vote about a text or one of its passages. `round` is the last one of `rounds`. */
export const TextVote = z.object({
  workshopId: WorkshopId,
  stepId: StepId,
  title: z.string(),
  kind: AgendaLine.shape.kind,
  question: z.string().nullable(),
  /** Null for the text as a whole. */
  blockId: BlockId.nullable(),
  round: Round,
  rounds: z.number().int().positive(),
  admission: Admission,
})
export type TextVote = z.infer<typeof TextVote>

/** How one contribution has fared in a vote: by itself, or with the group that it was in. */
export const ContributionVote = z.object({
  stepId: StepId,
  title: z.string(),
  weight: z.number().int().nonnegative(),
  voters: z.number().int().nonnegative(),
  cast: z.number().int().nonnegative(),
  /** Weights are dots, not votes. */
  dots: z.boolean(),
  ahead: z.boolean(),
})
export type ContributionVote = z.infer<typeof ContributionVote>

export const ContributionResult = z.object({
  annotationId: AnnotationId,
  workshopId: WorkshopId,
  /** The title of its group, and how many are in it; null when it was not sorted. */
  group: z.object({ title: z.string(), count: z.number().int().positive() }).nullable(),
  votes: z.array(ContributionVote),
})
export type ContributionResult = z.infer<typeof ContributionResult>

/** What workshops with published minutes have said about a text. */
export const TextResults = z.object({
  workshops: z.array(z.object({ id: WorkshopId, title: z.string(), endedAt: Moment.nullable() })),
  votes: z.array(TextVote),
  contributions: z.array(ContributionResult),
})
export type TextResults = z.infer<typeof TextResults>

/** For everybody. */
export const getTextResults = endpoint({
  name: 'getTextResults',
  method: 'GET',
  path: '/api/documents/:documentId/workshop-results',
  params: z.object({ documentId: DocumentId }),
  response: TextResults,
})
