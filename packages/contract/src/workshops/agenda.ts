import { z } from 'zod'
import { AnnotationKind } from '../annotations/kind.js'
import { AnnotationId, BlockId, DocumentId, StepId } from '../kit/ids.js'
import { OptionId, Secrecy } from './voting.js'

/** What a step is about: a whole document, one block of it, or the passage of a contribution. */
export const StepSubject = z.object({
  documentId: DocumentId,
  blockId: BlockId.nullable(),
  annotationId: AnnotationId.nullable(),
})
export type StepSubject = z.infer<typeof StepSubject>

const label = z.string().trim().min(1).max(200)
const voting = { secrecy: Secrecy, hidden: z.boolean() }

export const PollForm = z.discriminatedUnion('form', [
  z.object({
    form: z.literal('single'),
    options: z
      .array(z.object({ id: OptionId, label }))
      .min(2)
      .max(12),
  }),
  z.object({
    form: z.literal('multiple'),
    options: z
      .array(z.object({ id: OptionId, label }))
      .min(2)
      .max(12),
    most: z.number().int().min(1).max(12),
  }),
  /** From 1 to `points`, with words at both ends. */
  z.object({ form: z.literal('scale'), points: z.number().int().min(3).max(11), low: label, high: label }),
])
export type PollForm = z.infer<typeof PollForm>

/** What people do in a step. */
export const StepPlan = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read') }),
  z.object({
    kind: z.literal('gather'),
    kinds: z.array(AnnotationKind).min(1).max(AnnotationKind.options.length),
    /** "Think alone first": nobody sees the contributions of others before the reveal. */
    sealedInput: z.boolean(),
    /** Most contributions of one person, null without a limit. */
    most: z.number().int().min(1).max(50).nullable(),
  }),
  z.object({ kind: z.literal('group'), source: StepId }),
  z.object({
    kind: z.literal('dotVote'),
    /** The gathering or grouping whose results are voted on. */
    source: StepId,
    dots: z.number().int().min(1).max(20),
    perOption: z.number().int().min(1).max(20),
    ...voting,
  }),
  z.object({ kind: z.literal('poll'), question: label, poll: PollForm, ...voting }),
  /** Between proposed wordings of one passage, and the wording as it is. */
  z.object({ kind: z.literal('duel'), ...voting }),
  z.object({ kind: z.literal('discussion'), secondsPerTurn: z.number().int().min(15).max(1_800) }),
  z.object({ kind: z.literal('announcement'), text: z.string().trim().min(1).max(2_000) }),
])
export type StepPlan = z.infer<typeof StepPlan>
export type StepKind = StepPlan['kind']

export const Step = z.object({
  id: StepId,
  title: z.string().trim().min(1).max(160),
  minutes: z.number().int().min(1).max(480),
  subject: StepSubject.nullable(),
  plan: StepPlan,
})
export type Step = z.infer<typeof Step>

export const longestAgenda = 60

export const Agenda = z.array(Step).max(longestAgenda)
export type Agenda = z.infer<typeof Agenda>
