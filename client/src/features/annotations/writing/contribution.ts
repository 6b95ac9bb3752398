/**
 * A contribution on its way from this device to everybody.
 *
 *   draft ── submitted ──▶ sending ── accepted ──▶ sent        shown until the feed brings the annotation
 *     ▲                     │    ▲
 *     │            no answer▼    │ tried again: connected, waiting time over, page opened again
 *     │                    waiting
 *     │                     │
 *     └── revised ── refused ◀── refused while sending
 *
 * An answer can get lost after the deed was done. So what was submitted once keeps its words and its command id until
 * the server has answered; the server does the same command once, however often it comes. A refusal says that nothing
 * was done: only then may the words change, under a new id.
 */
import { bodyLimit } from '@randnotiz/contract/annotations/annotation'
import type { CreateAnnotation, ReplyToAnnotation } from '@randnotiz/contract/annotations/commands'
import { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import { PassageClaim } from '@randnotiz/contract/annotations/target'
import { AnnotationId, CommandId, DocumentId, IntakeItemId, UserId } from '@randnotiz/contract/kit/ids'
import { Refusal } from '@randnotiz/contract/kit/refusals'
import type { Result } from '@randnotiz/contract/kit/result'
import { Moment } from '@randnotiz/contract/kit/wire-values'
import { asks, type GuidedField, guidedFields } from '@randnotiz/domain/annotations/guided-form'
import { z } from 'zod'

/** What a person has written so far. Longer than allowed is possible here: nobody's words are cut. */
export const Words = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('annotation'),
    passage: PassageClaim.nullable(),
    kind: AnnotationKind,
    body: z.string(),
    /** Kept also while a kind is chosen that does not ask for it. */
    reason: z.string().default(''),
    instead: z.string().default(''),
    /** Kept also while another kind is chosen. */
    replacement: z.string(),
  }),
  z.object({ type: z.literal('reply'), annotationId: AnnotationId, body: z.string() }),
])
export type Words = z.infer<typeof Words>
export type AnnotationWords = Extract<Words, { type: 'annotation' }>
/** A form that nobody has written into. */
export const noWords = { body: '', reason: '', instead: '', replacement: '' }
export type ReplyWords = Extract<Words, { type: 'reply' }>

const State = z.discriminatedUnion('type', [
  z.object({ type: z.literal('draft') }),
  z.object({ type: z.literal('sending'), attempt: z.number().int().positive() }),
  /** Not before `retryAfter` seconds, when the server has asked for that. */
  z.object({
    type: z.literal('waiting'),
    attempt: z.number().int().positive(),
    retryAfter: z.number().nullable(),
  }),
  z.object({ type: z.literal('refused'), refusal: Refusal }),
  z.object({ type: z.literal('sent'), annotationId: AnnotationId }),
])

export const Contribution = z.object({
  commandId: CommandId,
  documentId: DocumentId,
  /** Who wrote it; null for somebody who has not signed in yet. It is sent under no other name. */
  author: UserId.nullable(),
  startedAt: Moment,
  /** The letter, mail, card or person whose point it is, when staff type it in. */
  intake: IntakeItemId.nullable().default(null),
  words: Words,
  state: State,
})
export type Contribution = z.infer<typeof Contribution>

export type ContributionEvent =
  | { type: 'submitted'; author: UserId }
  | { type: 'answered'; result: Result<{ id: AnnotationId }> }
  | { type: 'unanswered' }
  | { type: 'tried-again' }
  | { type: 'revised'; commandId: CommandId; words: Words }

/** Refusals that pass by themselves. */
const passing: ReadonlySet<Refusal['code']> = new Set(['server/unavailable', 'request/too-many'])

/** The contribution after an event; unchanged when the event means nothing in its state. */
export function advance(contribution: Contribution, event: ContributionEvent): Contribution {
  const { state } = contribution
  switch (event.type) {
    case 'submitted':
      if (state.type !== 'draft') return contribution
      return { ...contribution, author: event.author, state: { type: 'sending', attempt: 1 } }
    case 'answered':
      return state.type === 'sending' ? answered(contribution, event.result) : contribution
    case 'unanswered':
      if (state.type !== 'sending') return contribution
      return { ...contribution, state: { ...state, type: 'waiting', retryAfter: null } }
    case 'tried-again':
      if (state.type !== 'waiting') return contribution
      return { ...contribution, state: { type: 'sending', attempt: state.attempt + 1 } }
    case 'revised':
      return revised(contribution, event)
  }
}

function answered(contribution: Contribution, result: Result<{ id: AnnotationId }>): Contribution {
  const attempt = contribution.state.type === 'sending' ? contribution.state.attempt : 1
  if (result.ok) return { ...contribution, state: { type: 'sent', annotationId: result.value.id } }
  const { refusal } = result
  if (!passing.has(refusal.code)) return { ...contribution, state: { type: 'refused', refusal } }
  return { ...contribution, state: { type: 'waiting', attempt, retryAfter: refusal.retryAfter ?? null } }
}

function revised(
  contribution: Contribution,
  { commandId, words }: Extract<ContributionEvent, { type: 'revised' }>,
): Contribution {
  switch (contribution.state.type) {
    case 'draft':
      return { ...contribution, words }
    case 'refused':
      return { ...contribution, commandId, words, state: { type: 'draft' } }
    case 'sending':
    case 'waiting':
    case 'sent':
      return contribution
  }
}

export function createCommand(
  { commandId, documentId, intake }: Contribution,
  { passage, kind, body, replacement, ...answers }: AnnotationWords,
): CreateAnnotation {
  const answer = (field: GuidedField) => (asks(kind, field) && answers[field].trim()) || null
  return {
    commandId,
    documentId,
    passage,
    kind,
    body,
    reason: answer('reason'),
    instead: answer('instead'),
    replacement: kind === 'wording' ? replacement : null,
    intake,
  }
}

export function replyCommand(
  { commandId }: Contribution,
  { annotationId, body }: ReplyWords,
): ReplyToAnnotation {
  return { commandId, annotationId, body }
}

export type Mistake =
  | { field: 'body' | GuidedField | 'replacement'; problem: 'too-long' }
  | { field: 'body'; problem: 'missing' }
  | { field: 'replacement'; problem: 'missing' | 'unchanged' }

/**
 * What is wrong with the words before they are sent; the server judges again. `quote` are the words of the passage, also
 * where no passage is sent.
 */
export function mistakesIn(words: Words, quote = quoteOf(words)): Mistake[] {
  const mistakes: Mistake[] = []
  if (isEmpty(words.body)) mistakes.push({ field: 'body', problem: 'missing' })
  if (isTooLong(words.body)) mistakes.push({ field: 'body', problem: 'too-long' })
  if (words.type === 'reply') return mistakes
  for (const field of guidedFields[words.kind])
    if (isTooLong(words[field])) mistakes.push({ field, problem: 'too-long' })
  return words.kind === 'wording' ? [...wordingMistakes(words, quote), ...mistakes] : mistakes
}

const quoteOf = (words: Words) => (words.type === 'annotation' ? (words.passage?.exact ?? null) : null)

function wordingMistakes({ replacement }: AnnotationWords, quote: string | null): Mistake[] {
  if (isEmpty(replacement)) return [{ field: 'replacement', problem: 'missing' }]
  if (isTooLong(replacement)) return [{ field: 'replacement', problem: 'too-long' }]
  return replacement.trim() === quote?.trim() ? [{ field: 'replacement', problem: 'unchanged' }] : []
}

const isEmpty = (text: string) => text.trim() === ''
const isTooLong = (text: string) => text.trim().length > bodyLimit

/** Whether a draft is worth keeping. */
export function saysSomething(words: Words): boolean {
  if (words.body.trim() !== '') return true
  if (words.type === 'reply') return false
  return (
    words.reason.trim() !== '' ||
    words.instead.trim() !== '' ||
    (words.kind === 'wording' && words.replacement.trim() !== (words.passage?.exact.trim() ?? ''))
  )
}
