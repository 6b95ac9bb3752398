import { published } from '@randnotiz/contract/annotations/publication'
import type { TextRange } from '@randnotiz/contract/annotations/target'
import { type ConsulTables, cell, consulMoment } from './consul-tables.js'
import {
  checkBody,
  countFrom,
  type Incoming,
  type IncomingAnnotation,
  type IncomingAuthor,
  type IncomingPlace,
  type IncomingReply,
  momentFrom,
  nameFrom,
  noHistory,
  quoteFrom,
  type RefusedRow,
} from './incoming.js'
import { isObject, type LooseObject, listOf } from './loose-json.js'

/** Ends of a passage as Annotator serialises them: an XPath from the text's element, and characters from there. */
export type XPathRange = { start: string; startOffset: number; end: string; endOffset: number }

/** A draft as people annotated it. */
export type ConsulDraft = {
  /** Its flat text. */
  text: string
  /** Where a range lies in it; null when it does not. */
  locate(range: XPathRange): TextRange | null
  /** Where some words stand, white space aside, when they stand there once. */
  find(words: string): TextRange | null
}

export type ConsulReading = {
  now: Date
  plainText(html: string): string
  /** The draft with that id in CONSUL; the only one there is, when it has none. */
  draft(id: string | null): ConsulDraft | null
  nameContent(content: string): string
}

/** Contributions of CONSUL's legislation processes, row by row, with their comments as replies. */
export function fromConsul(tables: ConsulTables, reading: ConsulReading): Incoming {
  const taken: IncomingAnnotation[] = []
  const refused: RefusedRow[] = []
  const people = new Map(tables.users.map(user => [cell(user, 'id') ?? '', cell(user, 'username') ?? '']))
  const comments = commentsByAnnotation(tables)
  for (const [position, row] of tables.annotations.entries()) {
    const conversation = comments.get(cell(row, 'id') ?? '') ?? []
    const read = readAnnotation(row, conversation, { reading, people })
    if (typeof read === 'string')
      refused.push({ row: position + 1, sourceId: sourceIdOf(row, reading), problem: read })
    else taken.push({ ...read, row: position + 1 })
  }
  return { taken, refused }
}

type People = ReadonlyMap<string, string>
type Context = { reading: ConsulReading; people: People }

function commentsByAnnotation({ comments }: ConsulTables): Map<string, LooseObject[]> {
  const byAnnotation = new Map<string, LooseObject[]>()
  for (const comment of comments) {
    const of = cell(comment, 'commentable_type')
    const id = cell(comment, 'commentable_id')
    if (id === null || (of !== null && of !== 'Legislation::Annotation')) continue
    byAnnotation.set(id, [...(byAnnotation.get(id) ?? []), comment])
  }
  for (const some of byAnnotation.values()) some.sort((one, other) => writtenAt(one) - writtenAt(other))
  return byAnnotation
}

const writtenAt = (row: LooseObject) => Date.parse(consulMoment(cell(row, 'created_at')) ?? '') || 0

type Read = Omit<IncomingAnnotation, 'row'>

function readAnnotation(
  row: LooseObject,
  conversation: readonly LooseObject[],
  context: Context,
): Read | RefusedRow['problem'] {
  const { reading } = context
  if (cell(row, 'hidden_at') !== null) return 'hidden-there'
  const text = cell(row, 'text') ?? cell(conversation[0] ?? {}, 'body') ?? ''
  const body = checkBody(wordsOf(text, reading))
  if (!body.ok) return body.problem
  const place = readPlace(row, reading)
  if (typeof place === 'string') return place
  // CONSUL keeps the contribution itself as the first of its comments, and the votes with that one.
  const own = conversation.find(comment => (cell(comment, 'body') ?? '').trim() === text.trim())
  return {
    sourceId: sourceIdOf(row, reading),
    system: 'consul',
    author: authorOf(row, ['author_id', 'user_id'], context.people),
    body: body.body,
    createdAt: momentFrom(consulMoment(cell(row, 'created_at')), reading.now),
    support: own ? votesFor(own) : null,
    official: own ? isOfficial(own) : false,
    publication: published,
    history: noHistory,
    kind: 'idea',
    replacement: null,
    reason: null,
    instead: null,
    editedAt: null,
    release: null,
    workshop: null,
    proposal: null,
    place,
    replies: conversation.flatMap(comment => (comment === own ? [] : replyFrom(comment, context))),
  }
}

function replyFrom(comment: LooseObject, { reading, people }: Context): IncomingReply[] {
  const body = checkBody(wordsOf(cell(comment, 'body') ?? '', reading))
  if (!body.ok || cell(comment, 'hidden_at') !== null) return []
  const id = cell(comment, 'id')
  return [
    {
      sourceId: `urn:consul:comment:${id ?? reading.nameContent(body.body)}`,
      author: authorOf(comment, ['user_id', 'author_id'], people),
      body: body.body,
      createdAt: momentFrom(consulMoment(cell(comment, 'created_at')), reading.now),
      support: votesFor(comment),
      official: isOfficial(comment),
      publication: published,
    },
  ]
}

/** People wrote plain text, with line ends of their own; some installations let them write HTML. */
const wordsOf = (text: string, { plainText }: ConsulReading) =>
  /<\/?[a-z][^>]*>/i.test(text) ? plainText(text) : text

const votesFor = (comment: LooseObject) => countFrom(cell(comment, 'cached_votes_up', 'votes_up'))

const isOfficial = (comment: LooseObject) => cell(comment, 'administrator_id', 'moderator_id') !== null

/** Numbers are small and the same in every CONSUL; the words tell installations apart. */
function sourceIdOf(row: LooseObject, { nameContent }: ConsulReading): string {
  const words = nameContent(JSON.stringify([cell(row, 'quote'), cell(row, 'text')]))
  return `urn:consul:annotation:${cell(row, 'id') ?? ''}:${words.slice(-16)}`
}

function authorOf(row: LooseObject, names: string[], people: People): IncomingAuthor {
  const person = isObject(row.author) ? row.author : isObject(row.user) ? row.user : {}
  const id = cell(row, ...names) ?? cell(person, 'id')
  const name =
    cell(person, 'username') ??
    people.get(id ?? '') ??
    cell(row, 'username', 'author_name', 'author', 'user') ??
    ''
  return { key: `consul ${id ?? ''} ${name}`.slice(0, 500), name: nameFrom(name) }
}

function readPlace(row: LooseObject, reading: ConsulReading): IncomingPlace | 'no-place' | 'quote-too-long' {
  const words = cell(row, 'quote')
  if (words === null) return 'no-place'
  const draft = reading.draft(cell(row, 'legislation_draft_version_id', 'draft_version_id'))
  const range = draft && verified(draft, rangeOf(row), words)
  const { prefix, suffix } = surroundings(row, reading)
  const exact = draft && range ? draft.text.slice(range.start, range.end) : words.trim()
  const quote = quoteFrom(exact, prefix, suffix)
  if (quote === 'empty') return 'no-place'
  if (quote === 'too-long') return 'quote-too-long'
  return { kind: 'passage', quote, origin: draft && range ? { text: draft.text, range } : null }
}

const withoutSpace = (text: string) => text.replace(/\s+/g, '')

/** The range counts when the quoted words stand there; else the words themselves, when they stand somewhere once. */
function verified(draft: ConsulDraft, range: XPathRange | null, words: string): TextRange | null {
  const located = range && draft.locate(range)
  const stands = located && withoutSpace(draft.text.slice(located.start, located.end)) === withoutSpace(words)
  return stands ? located : draft.find(words)
}

function rangeOf(row: LooseObject): XPathRange | null {
  const [inside] = listOf(row.ranges)
  const nested = isObject(inside) ? inside : {}
  const start = cell(row, 'range_start') ?? textAt(nested, 'start')
  const end = cell(row, 'range_end') ?? textAt(nested, 'end')
  const startOffset = countFrom(cell(row, 'range_start_offset') ?? nested.startOffset)
  const endOffset = countFrom(cell(row, 'range_end_offset') ?? nested.endOffset)
  if (start === null || end === null || startOffset === null || endOffset === null) return null
  return { start, startOffset, end, endOffset }
}

/** An empty path is the text's element itself. */
const textAt = (row: LooseObject, name: string) => {
  const value = row[name]
  return typeof value === 'string' ? value : null
}

const marked = /^([\s\S]*?)<span class="?annotator-hl"?>[\s\S]*?<\/span>([\s\S]*)$/

/** CONSUL keeps the rest of the paragraph around the marked words. */
function surroundings(row: LooseObject, { plainText }: ConsulReading): { prefix: string; suffix: string } {
  const [, before = '', after = ''] = marked.exec(cell(row, 'context') ?? '') ?? []
  return { prefix: spaced(before, plainText), suffix: spaced(after, plainText) }
}

/** White space at the edges belongs to the surroundings, and is lost on the way from HTML. */
function spaced(html: string, plainText: (html: string) => string): string {
  const text = plainText(html)
  if (text === '') return ''
  return `${/^\s/.test(html) ? ' ' : ''}${text}${/\s$/.test(html) ? ' ' : ''}`
}
