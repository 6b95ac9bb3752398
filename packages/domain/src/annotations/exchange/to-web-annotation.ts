import type { Author } from '@randnotiz/contract/annotations/annotation'
import { openAddress } from '@randnotiz/contract/annotations/exchange/addresses'
import type {
  WebAnnotation,
  WebAnswer,
  WebContribution,
  WebReply,
  WebTextState,
} from '@randnotiz/contract/annotations/exchange/web-annotation'
import type { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import type { Source } from '@randnotiz/contract/annotations/source'
import type { Target } from '@randnotiz/contract/annotations/target'
import type { Slug, TextStateId } from '@randnotiz/contract/kit/ids'
import type { Moment } from '@randnotiz/contract/kit/wire-values'
import { type CodePoints, toCodePoints } from './code-points.js'
import { openAnswers } from './open-annotation.js'
import type { PublicContribution } from './public-contribution.js'

/** What is known of a text that contributions quote. */
export type QuotedText = {
  createdAt: Moment
  /** SHA-256 in hexadecimal. */
  sha256: string
  /** Only the words around one quote are known. */
  excerpt: boolean
  codePoints: CodePoints
}

export type ExportPlace = {
  /** The address of the site, e.g. `https://beteiligung.example.org`. */
  base: string
  slug: Slug
  /** Open data name nobody. */
  names: 'named' | 'nameless'
  textOf(id: TextStateId): QuotedText | undefined
}

type Written = { author: Author; createdAt: Moment; source: Source | null }

const motivations: Partial<Record<AnnotationKind, WebContribution['motivation']>> = {
  question: 'questioning',
  wording: 'editing',
}

/** A contribution as a Web Annotation, with its replies behind it, and what the city has said to it. */
export function toWebAnnotations(annotation: PublicContribution, place: ExportPlace): WebAnnotation[] {
  const id = place.base + openAddress.annotation(annotation.id)
  const { kind, body, replacement } = annotation
  const motivation = motivations[kind] ?? 'commenting'
  const contribution: WebContribution = {
    id,
    type: 'Annotation',
    motivation,
    ...written(annotation, place),
    body: [
      textualBody(body, motivation === 'editing' ? 'commenting' : motivation),
      ...(replacement === null ? [] : [textualBody(replacement, 'editing')]),
    ],
    target: webTarget(annotation.target, place),
    'rn:kind': kind,
    'rn:status': annotation.resolution.status,
    ...guided(annotation),
    ...readIn(annotation),
    ...supported(annotation),
    ...(annotation.answer && annotation.answer.open > 0 ? { 'rn:open': annotation.answer.open } : {}),
  }
  const replies = annotation.replies.map(
    (reply): WebReply => ({
      id: place.base + openAddress.reply(annotation.id, reply.id),
      type: 'Annotation',
      motivation: 'replying',
      ...written(reply, place),
      ...(reply.source?.support == null ? {} : { 'rn:support': reply.source.support }),
      body: [textualBody(reply.body, 'replying')],
      target: id,
    }),
  )
  return [contribution, ...replies, ...webAnswers(annotation, place)]
}

/** Nobody of the staff is named: it is the city that answers. */
function webAnswers(annotation: PublicContribution, { base }: ExportPlace): WebAnswer[] {
  return openAnswers(annotation).map(
    ({ point, words, outcome, forwardedTo, reason, change, publishedAt, together }) => ({
      id: base + openAddress.answer(annotation.id, point),
      type: 'Annotation',
      motivation: 'assessing',
      created: publishedAt,
      'rn:official': true,
      body: [textualBody(reason, 'assessing')],
      target: base + openAddress.annotation(annotation.id),
      'rn:outcome': outcome,
      ...(forwardedTo === null ? {} : { 'rn:forwardedTo': forwardedTo }),
      ...(words.length === 0 ? {} : { 'rn:words': words }),
      ...(together === 1 ? {} : { 'rn:together': together }),
      ...(change === null ? {} : { 'rn:change': change }),
    }),
  )
}

/** Where it was written first, be it here or elsewhere. */
function readIn({ target, source }: PublicContribution) {
  const release = (target.kind === 'passage' ? target.release : undefined) ?? source?.release ?? null
  return release === null ? {} : { 'rn:release': release }
}

/** What not every contribution has. */
function guided({ editedAt, reason, instead, proposal }: PublicContribution) {
  return {
    ...(editedAt === null ? {} : { modified: editedAt }),
    ...(reason === null ? {} : { 'rn:reason': reason }),
    ...(instead === null ? {} : { 'rn:instead': instead }),
    ...(proposal === null || proposal.status === 'open' ? {} : { 'rn:proposal': proposal }),
  }
}

/** Whoever counted there counts on here; while the number is nobody's business, what was counted there is told. */
function supported({ support, source }: PublicContribution) {
  const there = source?.support ?? null
  const count = support.kind === 'shown' && support.count > 0 ? support.count : there
  return count === null ? {} : { 'rn:support': count }
}

type Purpose = WebContribution['body'][number]['purpose']

const textualBody = (value: string, purpose: Purpose) =>
  ({ type: 'TextualBody', value, format: 'text/plain', purpose }) as const

function written({ author, createdAt, source }: Written, { names }: ExportPlace) {
  const official = source === null ? author.staff : source.official
  return {
    created: createdAt,
    ...(names === 'named' ? { creator: { type: 'Person' as const, name: author.pseudonym } } : {}),
    ...(official ? { 'rn:official': true as const } : {}),
    ...(source === null ? {} : sourceFacts(source)),
  }
}

/** `canonical` is an IRI by the model; names that are none keep a word of their own. */
function sourceFacts({ system, id }: Source) {
  return {
    ...(isIri(id) ? { canonical: id } : { 'rn:sourceId': id }),
    'rn:system': system,
  }
}

/** An absolute IRI without spaces and signs that no IRI has (RFC 3987). */
export function isIri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text)
}

function webTarget(target: Target, place: ExportPlace): WebContribution['target'] {
  const source = place.base + openAddress.reader(place.slug)
  if (target.kind === 'document') return { type: 'SpecificResource', source }
  const { quote, range, textStateId } = target
  const text = place.textOf(textStateId)
  return {
    type: 'SpecificResource',
    source,
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: quote.exact,
        ...(quote.prefix === '' ? {} : { prefix: quote.prefix }),
        ...(quote.suffix === '' ? {} : { suffix: quote.suffix }),
      },
      // Offsets in an excerpt are no positions in the text it was taken from.
      ...(text === undefined || text.excerpt
        ? []
        : [
            {
              type: 'TextPositionSelector' as const,
              start: toCodePoints(text.codePoints, range.start),
              end: toCodePoints(text.codePoints, range.end),
            },
          ]),
    ],
    ...(text === undefined ? {} : { state: webState(text, place.base + openAddress.text(textStateId)) }),
  }
}

function webState(text: QuotedText, cached: string): WebTextState {
  return {
    type: 'TimeState',
    sourceDate: text.createdAt,
    cached,
    'rn:sha256': text.sha256,
    ...(text.excerpt ? { 'rn:excerpt': true as const } : {}),
  }
}
