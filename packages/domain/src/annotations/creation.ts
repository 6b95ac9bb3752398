import type { CreateAnnotation, ReplyToAnnotation } from '@randnotiz/contract/annotations/commands'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { asks, type GuidedField } from './guided-form.js'

/** Letters, digits, signs: anything that leaves a mark on paper. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

/** What a contribution must be beyond its shape: it says something, and a proposed wording is another wording. */
/** What its author says; the passage is there for a new one. */
export type SaidWords = Pick<CreateAnnotation, 'kind' | 'body' | 'reason' | 'instead' | 'replacement'>

export function checkCreation(command: CreateAnnotation): Result<null> {
  return checkWords(command, command.passage?.exact ?? null)
}

/** The same for a contribution that is put in other words; `quote` is what it quotes, null for the whole text. */
export function checkWords(command: SaidWords, quote: string | null): Result<null> {
  if (command.kind === 'wording' && quote === null) return refuse('request/invalid', { field: 'kind' })
  if (!visible.test(command.body)) return refuse('request/invalid', { field: 'body' })
  const unasked = guidedMistake(command)
  if (unasked !== null) return refuse('request/invalid', { field: unasked })
  if (command.replacement === null) return accept(null)
  const proposesChange = visible.test(command.replacement) && command.replacement !== quote
  return proposesChange ? accept(null) : refuse('request/invalid', { field: 'replacement' })
}

const optionalFields: readonly GuidedField[] = ['reason', 'instead']

/** The first answer to a question that the kind does not ask, or that says nothing. */
function guidedMistake(command: SaidWords): GuidedField | null {
  const wrong = optionalFields.find(field => {
    const answer = command[field]
    return answer !== null && !(asks(command.kind, field) && visible.test(answer))
  })
  return wrong ?? null
}

export function checkReply(command: Pick<ReplyToAnnotation, 'body'>): Result<null> {
  return visible.test(command.body) ? accept(null) : refuse('request/invalid', { field: 'body' })
}
