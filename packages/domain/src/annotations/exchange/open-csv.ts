import type { OpenAnnotation } from '@randnotiz/contract/annotations/exchange/open-data'
import { csvLine } from './csv.js'

/** Columns of the table of contributions; a reply and an answer of the city are rows of their own that name what they answer. */
export const openCsvColumns = [
  'id',
  'answers',
  'document',
  'kind',
  'status',
  'created',
  'edited',
  'quote',
  'body',
  'reason',
  'instead',
  'replacement',
  'acceptance',
  'official',
  'takenFrom',
  'support',
  'page',
  'outcome',
  'forwardedTo',
  'before',
  'after',
  'release',
] as const

export const openCsvHead = csvLine(openCsvColumns)

type Cells = Partial<Record<(typeof openCsvColumns)[number], string | number | null>>

const line = (cells: Cells) => csvLine(openCsvColumns.map(column => cells[column] ?? null))

const yes = (value: boolean) => (value ? 'yes' : 'no')

/** A contribution, its replies and what the city has said to it as lines of that table. */
export function openCsvLines(annotation: OpenAnnotation): string {
  const { id, document, kind, status, quote, body, replies, page } = annotation
  const { reason, instead, replacement, acceptance, takenFrom, support } = annotation
  const own = line({
    id,
    document,
    kind,
    status,
    created: annotation.createdAt,
    edited: annotation.editedAt,
    quote: quote?.exact ?? null,
    body,
    reason,
    instead,
    replacement,
    acceptance,
    official: yes(annotation.official),
    takenFrom,
    support,
    page,
  })
  const answers = replies.map(reply =>
    line({
      id: reply.id,
      answers: id,
      document,
      kind: 'reply',
      created: reply.createdAt,
      body: reply.body,
      official: yes(reply.official),
      page,
    }),
  )
  const outcomes = annotation.answers.map(answer =>
    line({
      id: `${id}#answer-${answer.point}`,
      answers: id,
      document,
      kind: 'answer',
      created: answer.publishedAt,
      quote: answer.words.join(' … ') || null,
      body: answer.reason,
      official: yes(true),
      page,
      outcome: answer.outcome,
      forwardedTo: answer.forwardedTo,
      before: answer.change?.before ?? null,
      after: answer.change?.after ?? null,
      release: answer.change?.release ?? null,
    }),
  )
  return own + answers.join('') + outcomes.join('')
}
