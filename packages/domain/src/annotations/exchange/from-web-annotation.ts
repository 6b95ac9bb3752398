import type { ImportProblem } from '@randnotiz/contract/annotations/exchange/import'
import { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import { Proposal } from '@randnotiz/contract/annotations/proposal'
import type { Slug } from '@randnotiz/contract/kit/ids'
import { codePointsOf, fromCodePoints } from './code-points.js'
import { historyIn, publicationIn, releaseIn, workshopIn } from './from-archive.js'
import {
  checkBody,
  countFrom,
  type Incoming,
  type IncomingAnnotation,
  type IncomingAuthor,
  type IncomingPlace,
  type IncomingReply,
  isUsableId,
  momentFrom,
  nameFrom,
  type RefusedRow,
  readable,
  sideWords,
} from './incoming.js'
import { locateQuote } from './locate-quote.js'
import { isObject, type LooseObject, listOf, textIn, wordsIn } from './loose-json.js'
import { readWebBodies } from './web-annotation-bodies.js'
import type { WebAnnotationFile } from './web-annotation-items.js'
import { readWebTarget, type WebTargetFacts } from './web-annotation-target.js'

export type WebAnnotationReading = {
  slug: Slug
  now: Date
  /** HTML to the words in it. */
  plainText(html: string): string
  /** The text that contributions quote, by the fingerprint of it; null when it is not known here. */
  knownText(sha256: string): string | null
  /** A name for what came without one: equal content, equal name. */
  nameContent(content: string): string
}

/** Web Annotations of others and of ours, row by row; replies of any depth come under the contribution they belong to. */
export function fromWebAnnotations(file: WebAnnotationFile, reading: WebAnnotationReading): Incoming {
  const rows = file.items.map((item, position) => ({ row: position + 1, item }))
  const refused: RefusedRow[] = []
  const taken = new Map<string, IncomingAnnotation>()
  const replies: (RootedReply & { row: number; reply: IncomingReply })[] = []
  for (const { row, item } of rows) {
    const read = readItem(item, { row, file, reading })
    if (read.kind === 'refused') refused.push({ row, sourceId: read.sourceId, problem: read.problem })
    else if (read.kind === 'contribution') taken.set(read.name, read.annotation)
    else replies.push({ row, name: read.name, target: read.target, reply: read.reply })
  }
  const targets = new Map(replies.map(({ name, target }) => [name, target]))
  for (const { row, target, reply } of replies) {
    const root = taken.get(rootOf(target, targets))
    if (root) root.replies.push(reply)
    else refused.push({ row, sourceId: reply.sourceId, problem: 'reply-without-contribution' })
  }
  return { taken: [...taken.values()], refused: refused.toSorted((one, other) => one.row - other.row) }
}

type RootedReply = { name: string; target: string }

/** Follows replies to what they answer; a circle leads nowhere. */
function rootOf(target: string, targets: ReadonlyMap<string, string>): string {
  let root = target
  for (let steps = 0; steps <= targets.size; steps++) {
    const next = targets.get(root)
    if (next === undefined) return root
    root = next
  }
  return ''
}

type ItemContext = { row: number; file: WebAnnotationFile; reading: WebAnnotationReading }
type ReadItem =
  | { kind: 'refused'; sourceId: string; problem: ImportProblem }
  | { kind: 'contribution'; name: string; annotation: IncomingAnnotation }
  | { kind: 'reply'; name: string; target: string; reply: IncomingReply }

function readItem(item: unknown, context: ItemContext): ReadItem {
  const { reading, row } = context
  if (!isObject(item)) return { kind: 'refused', sourceId: '', problem: 'not-a-contribution' }
  const name = textIn(item, 'id') ?? textIn(item, '@id') ?? ''
  const sourceId = sourceIdOf(item, name, reading)
  const refuse = (problem: ImportProblem) => ({ kind: 'refused', sourceId, problem }) as const
  const types = wordsIn(item, 'type')
  if (types.length > 0 && !types.includes('Annotation')) return refuse('not-a-contribution')
  // What one city says to people is not said by another.
  if ('rn:outcome' in item && wordsIn(item, 'motivation').includes('assessing'))
    return refuse('answer-of-the-office')
  const bodies = readWebBodies(item, reading.plainText)
  const body = checkBody(bodies.comment ?? bodies.replacement ?? '')
  if (!body.ok) return refuse(body.problem)
  const written = {
    sourceId,
    author: authorOf(item, name),
    body: body.body,
    createdAt: momentFrom(item.created ?? item.modified, reading.now),
    support: countFrom(item['rn:support']),
    official: item['rn:official'] === true,
    publication: publicationIn(item),
  }
  const answered = answeredBy(item)
  if (answered !== null) return { kind: 'reply', name: name || sourceId, target: answered, reply: written }
  const target = readWebTarget(item.target)
  if (typeof target === 'string') return refuse(target)
  if (isOtherDocument(target, reading.slug)) return refuse('other-document')
  const place = placeFrom(target, context)
  const described = describe(item, place, bodies.replacement)
  if (described === 'text-too-long') return refuse(described)
  const annotation: IncomingAnnotation = {
    ...written,
    ...described,
    ...guided(item, described, reading),
    release: releaseIn(item),
    workshop: workshopIn(item),
    row,
    system: item['rn:system'] === 'consul' ? 'consul' : 'web-annotation',
    place,
    history: historyIn(item, {
      file: context.file,
      authorNamed: by => authorOf({ creator: { name: by } }, name),
    }),
    replies: [],
  }
  return { kind: 'contribution', name: name || sourceId, annotation }
}

/** What something is called where it was made; `canonical` is for telling copies of one thing. */
function sourceIdOf(item: LooseObject, name: string, { nameContent }: WebAnnotationReading): string {
  for (const id of [item.canonical, item['rn:sourceId'], name]) if (isUsableId(id)) return id
  return nameContent(JSON.stringify([item.body, item.bodyValue, item.text, item.target, item.created]))
}

function authorOf(item: LooseObject, name: string): IncomingAuthor {
  const [creator] = listOf(item.creator)
  const said = isObject(creator)
    ? (creator.name ?? creator.nickname ?? creator.account ?? creator.id)
    : (creator ?? item.user)
  const shown = typeof said === 'string' ? said.replace(/^(acct|mailto):/, '').replace(/@.*$/, '') : said
  const origin = /^[a-z][a-z0-9+.-]*:(\/\/[^/]*)?/i.exec(name)?.[0] ?? ''
  const id = isObject(creator) ? creator.id : said
  return {
    key: `${origin} ${typeof id === 'string' ? id : String(said)}`.slice(0, 500),
    name: nameFrom(shown),
  }
}

/** The annotation that this one answers, by its target, or by the references that Hypothesis has for it; null for none. */
function answeredBy(item: LooseObject): string | null {
  const references = listOf(item.references).filter(reference => typeof reference === 'string')
  const [root] = references
  if (root !== undefined) return root
  if (!wordsIn(item, 'motivation').includes('replying')) return null
  const [target] = listOf(item.target)
  if (isObject(target)) return textIn(target, 'id') ?? textIn(target, 'source')
  return typeof target === 'string' ? target : null
}

/** Texts of sites like ours say which one they are; other addresses are whatever staff say they are. */
function isOtherDocument({ source }: WebTargetFacts, slug: Slug): boolean {
  const path = /^[a-z]+:\/\/[^/]+\/texte\/([a-z0-9-]+)$/.exec(source ?? '')
  return path !== null && path[1] !== slug
}

function placeFrom(target: WebTargetFacts, { file, reading }: ItemContext): IncomingPlace {
  const { quote, position, cached, sha256 } = target
  if (quote === null) return { kind: 'document' }
  const included = cached === null ? undefined : file.texts.get(cached)
  const text = included?.excerpt
    ? null
    : (included?.value ?? (sha256 === null ? null : reading.knownText(sha256)))
  if (text === null) return { kind: 'passage', quote, origin: null }
  const claimed = position === null ? null : fromCodePoints(codePointsOf(text), position.start)
  const range = locateQuote(text, quote, claimed)
  return { kind: 'passage', quote, origin: range && { text, range } }
}

/** What our own archives say beyond the model. */
function guided(item: LooseObject, { kind }: Described, { now }: WebAnnotationReading) {
  const proposal = Proposal.safeParse(item['rn:proposal'])
  return {
    reason: sideWords(item['rn:reason']),
    instead: sideWords(item['rn:instead']),
    editedAt: 'rn:kind' in item ? momentFrom(item.modified, now) : null,
    proposal: kind === 'wording' && proposal.success ? proposal.data : null,
  }
}

type Described = Pick<IncomingAnnotation, 'kind' | 'replacement'>

/** A proposed wording needs a passage, and must be another wording; without these it is an idea with words. */
function describe(
  item: LooseObject,
  place: IncomingPlace,
  proposed: string | null,
): Described | 'text-too-long' {
  const own = AnnotationKind.safeParse(item['rn:kind'])
  const other = own.success && own.data !== 'wording' ? own.data : null
  const usual = wordsIn(item, 'motivation').includes('questioning') ? 'question' : 'idea'
  if (proposed === null || place.kind === 'document') return { kind: other ?? usual, replacement: null }
  const checked = checkBody(proposed)
  if (!checked.ok && checked.problem === 'text-too-long') return 'text-too-long'
  if (!checked.ok || checked.body === place.quote.exact) return { kind: other ?? usual, replacement: null }
  return { kind: 'wording', replacement: readable(checked.body) }
}
