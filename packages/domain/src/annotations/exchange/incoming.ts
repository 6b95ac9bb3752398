import { AnnotationBody, bodyLimit, type WorkshopMark } from '@randnotiz/contract/annotations/annotation'
import type { ArchivedAttachment } from '@randnotiz/contract/annotations/exchange/archived'
import type { ImportProblem } from '@randnotiz/contract/annotations/exchange/import'
import type { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import type { Proposal } from '@randnotiz/contract/annotations/proposal'
import type { Publication } from '@randnotiz/contract/annotations/publication'
import { type SourceSystem, sourceIdLimit } from '@randnotiz/contract/annotations/source'
import {
  contextLength,
  passageLimit,
  type Quote,
  type TextRange,
} from '@randnotiz/contract/annotations/target'
import type { EarlierWording } from '@randnotiz/contract/annotations/wordings'
import type { Moment } from '@randnotiz/contract/kit/wire-values'

/** Who wrote something elsewhere; `key` tells people of one name apart as far as the source does. */
export type IncomingAuthor = { key: string; name: string }

type Written = {
  /** Held, hidden and taken back stay so. */
  publication: Publication
  sourceId: string
  author: IncomingAuthor
  body: string
  /** Null when the source does not say, or says nonsense. */
  createdAt: Moment | null
  support: number | null
  official: boolean
}

export type IncomingReply = Written

/** `origin`: the quoted text, and where the quote stands in it; null when only the quote came along. */
export type IncomingPlace =
  | { kind: 'document' }
  | { kind: 'passage'; quote: Quote; origin: { text: string; range: TextRange } | null }

/** What our archives tell of the past of a contribution. Everything oldest first. */
export type IncomingHistory = {
  edition: number
  wordings: EarlierWording[]
  attachments: (Pick<ArchivedAttachment, 'decision' | 'from' | 'reason' | 'decidedAt'> & {
    /** Null when it was said to have no place any more. */
    place: Extract<IncomingPlace, { kind: 'passage' }> | null
    by: IncomingAuthor
  })[]
}

export const noHistory: IncomingHistory = { edition: 1, wordings: [], attachments: [] }

/** A contribution made elsewhere, in our words. */
export type IncomingAnnotation = Written & {
  row: number
  system: SourceSystem
  kind: AnnotationKind
  replacement: string | null
  reason: string | null
  instead: string | null
  editedAt: Moment | null
  /** What became of the proposed wording there; null while it is open. */
  proposal: Proposal | null
  /** Number of the release that was read there; null for the living text. */
  release: number | null
  workshop: WorkshopMark | null
  place: IncomingPlace
  history: IncomingHistory
  replies: IncomingReply[]
}

export type RefusedRow = { row: number; sourceId: string; problem: ImportProblem }

/** What was read from an upload, row by row. */
export type Incoming = { taken: IncomingAnnotation[]; refused: RefusedRow[] }

/** What may become of a text from elsewhere: as it is, nothing, or too much. */
export function checkBody(text: string): { ok: true; body: string } | { ok: false; problem: ImportProblem } {
  const body = readable(text).trim()
  if (body.length > bodyLimit) return { ok: false, problem: 'text-too-long' }
  const parsed = AnnotationBody.safeParse(body)
  return parsed.success && /[\p{L}\p{N}\p{P}\p{S}]/u.test(body)
    ? { ok: true, body: parsed.data }
    : { ok: false, problem: 'no-text' }
}

const loneHalf = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Line ends as ours; without signs that steer a machine instead of being read. */
export function readable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replace(loneHalf, '\ufffd')
}

/** A quote with as much of its surroundings as ours keep; null without words, or with too many. */
export function quoteFrom(exact: string, prefix: string, suffix: string): Quote | 'empty' | 'too-long' {
  if (exact.trim() === '') return 'empty'
  if (exact.length > passageLimit) return 'too-long'
  return {
    exact,
    prefix: withoutHalves(prefix.slice(-contextLength)),
    suffix: withoutHalves(suffix.slice(0, contextLength)),
  }
}

/** A cut may have left half a character at an edge. */
const withoutHalves = (text: string) => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')

/** Words beside the main ones: null where there are none, or too many. */
export function sideWords(value: unknown): string | null {
  const checked = typeof value === 'string' ? checkBody(value) : null
  return checked?.ok ? checked.body : null
}

/** A moment as ISO 8601; null for what is none, and for the future. */
export function momentFrom(value: unknown, now: Date): Moment | null {
  if (typeof value !== 'string' || value.length > 64) return null
  const at = new Date(value)
  return Number.isNaN(at.getTime()) || at > now || at.getUTCFullYear() < 1990 ? null : at.toISOString()
}

export const nobody = 'N. N.'

/** Marks of writing direction, which could make a name look like another one. */
const steering = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** A name as it may stand in public: 2 to 40 signs, on one line. */
export function nameFrom(value: unknown): string {
  if (typeof value !== 'string') return nobody
  const name = readable(value.slice(0, 400)).replace(steering, '').replace(/\s+/g, ' ').trim()
  const cut = name.length > 40 ? `${withoutHalves(name.slice(0, 39)).trim()}…` : name
  return cut.length < 2 ? nobody : cut
}

/** A count that another system tells; null for anything else. */
export function countFrom(value: unknown): number | null {
  const count = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : null
}

export const isUsableId = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= sourceIdLimit
