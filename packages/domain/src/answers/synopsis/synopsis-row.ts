import type { Channel } from '@randnotiz/contract/annotations/channel'
import type { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import type { Answer } from '@randnotiz/contract/answers/answer'
import type { AnswerCase, Point, WorkState } from '@randnotiz/contract/answers/case'
import type { Blackening } from '@randnotiz/contract/answers/exports/blackening'
import type { SynopsisFilter } from '@randnotiz/contract/answers/exports/order'
import type { PointNumber } from '@randnotiz/contract/answers/piece'
import type { UnitId } from '@randnotiz/contract/answers/settings'
import type { DocumentKind } from '@randnotiz/contract/documents/document'
import type { AnnotationId, DocumentId, Slug } from '@randnotiz/contract/kit/ids'
import type { Moment } from '@randnotiz/contract/kit/wire-values'
import { channelOf } from '../../annotations/channel.js'
import type { PublicContribution } from '../../annotations/exchange/public-contribution.js'
import type { ContributionWords } from '../excerpt.js'
import { blackenedWords, type ReadableWords } from './blacken.js'
import { changeBeside } from './blackened-annotation.js'

/** One point of one contribution with what the city says to it: a row of every synopsis, in every format. */
export type SynopsisRow = {
  annotationId: AnnotationId
  point: PointNumber
  /** For people: the text, the contribution in it, and the point where there are several, e.g. `B2-017.1`. */
  number: string
  createdAt: Moment
  channel: Channel
  document: { id: DocumentId; slug: Slug; title: string }
  /** The heading above the passage; null for the whole text. */
  chapter: string | null
  /** The release it was made in; null for the live text. */
  release: number | null
  quote: string | null
  kind: AnnotationKind
  words: ContributionWords
  blackened: ReadableWords['blackened']
  /** Null without names. */
  author: string | null
  /** Null while the number is nobody's business. */
  supporters: number | null
  /** Contributions that are answered together, this one among them. */
  together: number
  state: WorkState
  /** Null while there is none to show. */
  answer: Answer | null
  unit: { id: UnitId; name: string } | null
  dueOn: string | null
  /** The wording and the case as they were then, so that nobody writes over what is newer. */
  edition: number
  version: number
}

/** A contribution with everything that its rows are made of. */
export type SynopsisSource = {
  contribution: PublicContribution
  /** Counts the contributions of its text in the order in which they came, for good. */
  number: number
  document: { id: DocumentId; slug: Slug; kind: DocumentKind; number: number; title: string }
  chapter: string | null
  case: Pick<AnswerCase, 'version' | 'points'>
  blackening: Blackening | null
}

export type SynopsisView = {
  names: 'without' | 'with'
  answers: 'published' | 'all'
  unitName(id: UnitId): string
}

export function synopsisRows(source: SynopsisSource, view: SynopsisView): SynopsisRow[] {
  const { contribution, document, chapter, blackening } = source
  const { version, points } = source.case
  const { target, support } = contribution
  const readable = blackenedWords(contribution, blackening)
  return points.map(point => ({
    annotationId: contribution.id,
    point: point.number,
    number: rowNumber(source, points.length > 1 ? point.number : null),
    createdAt: contribution.createdAt,
    channel: channelOf(contribution),
    document: { id: document.id, slug: document.slug, title: document.title },
    chapter,
    release: target.kind === 'passage' ? (target.release ?? null) : null,
    quote: target.kind === 'passage' ? readable.beside(target.quote.exact) : null,
    kind: contribution.kind,
    words: readable.excerpt(point.pieces),
    blackened: readable.blackened,
    author: view.names === 'with' ? contribution.author.pseudonym : null,
    supporters: support.kind === 'shown' ? support.count : null,
    together: point.group === null ? 1 : point.group.members.length + 1,
    state: point.work.state,
    answer: answerOf(point, view.answers, readable.beside),
    unit: point.unit === null ? null : { id: point.unit, name: view.unitName(point.unit) },
    dueOn: point.dueOn,
    edition: contribution.edition,
    version,
  }))
}

function rowNumber({ document, number }: SynopsisSource, point: number | null): string {
  const text = `${document.kind === 'buildingBlock' ? 'B' : 'M'}${document.number}`
  return `${text}-${String(number).padStart(3, '0')}${point === null ? '' : `.${point}`}`
}

/** What is being written goes before what everybody reads already, where the office asks. */
function answerOf(
  { work, published }: Point,
  answers: SynopsisView['answers'],
  beside: (text: string) => string,
): Answer | null {
  const shown = answers === 'all' && 'answer' in work ? work.answer : published
  if (shown === null) return null
  const { outcome, reason, change } = shown
  return { outcome, reason: beside(reason), change: change && changeBeside(change, beside) }
}

/** Whether a row is in a synopsis of which something was left out. */
export function isIn(row: SynopsisRow, filter: SynopsisFilter): boolean {
  const { document, kind, outcome, answered, unit } = filter
  return (
    (document === null || row.document.slug === document) &&
    (kind === null || row.kind === kind) &&
    (outcome === null || row.answer?.outcome.kind === outcome) &&
    (answered === null || (row.answer !== null) === (answered === 'yes')) &&
    (unit === null || row.unit?.id === unit)
  )
}

export const isPart = (filter: SynopsisFilter): boolean => Object.values(filter).some(value => value !== null)
