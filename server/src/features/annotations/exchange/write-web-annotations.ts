import { openAddress } from '@randnotiz/contract/annotations/exchange/addresses'
import { type WebText, webAnnotationContexts } from '@randnotiz/contract/annotations/exchange/web-annotation'
import type { DocumentId, Slug, TextStateId } from '@randnotiz/contract/kit/ids'
import { codePointsOf } from '@randnotiz/domain/annotations/exchange/code-points'
import type { PublicContribution } from '@randnotiz/domain/annotations/exchange/public-contribution'
import {
  type ExportPlace,
  type QuotedText,
  toWebAnnotations,
} from '@randnotiz/domain/annotations/exchange/to-web-annotation'
import type { DeedParts } from '../deeds/parts.js'
import { readContributions } from './read-contributions.js'

export type WebAnnotationExport = Pick<ExportPlace, 'base' | 'names'> & {
  /** IRI of the collection. */
  id: string
  label: string
  licence: string
  documents: readonly { id: DocumentId; slug: Slug }[]
  /** An archive has the quoted texts with it. */
  texts: 'included' | 'left-out'
}

type ExportParts = Pick<DeedParts, 'annotations' | 'view' | 'textStates'>

/** An AnnotationCollection, piece by piece; its pieces together are one JSON document. */
export async function* writeWebAnnotations(
  parts: ExportParts,
  wanted: WebAnnotationExport,
): AsyncGenerator<string> {
  const { id, label, licence } = wanted
  const head = { '@context': webAnnotationContexts, id, type: 'AnnotationCollection', label, rights: licence }
  const page = { id: `${id}#page`, type: 'AnnotationPage', partOf: id, startIndex: 0 }
  yield JSON.stringify(head).slice(0, -1)
  const quoted = new QuotedTexts(parts.textStates)
  let total = 0
  for await (const { annotations, place } of placed(parts, wanted, quoted)) {
    const items = annotations.flatMap(annotation => toWebAnnotations(annotation, place))
    const before = total === 0 ? `,\n"first":${JSON.stringify(page).slice(0, -1)},"items":[\n` : ',\n'
    yield before + items.map(item => JSON.stringify(item)).join(',\n')
    total += items.length
  }
  yield `${total === 0 ? '' : '\n]}'},\n"total":${total}`
  if (wanted.texts === 'included') yield* writeTexts(parts.textStates, quoted.ids, wanted.base)
  yield '}\n'
}

type Placed = { annotations: PublicContribution[]; place: ExportPlace }

async function* placed(
  parts: ExportParts,
  { base, names, documents }: WebAnnotationExport,
  quoted: QuotedTexts,
): AsyncGenerator<Placed> {
  for (const { id, slug } of documents)
    for await (const annotations of readContributions(parts, id)) {
      const texts = await quoted.of(annotations)
      yield { annotations, place: { base, slug, names, textOf: textId => texts.get(textId) } }
    }
}

/** What is known of quoted texts; the texts themselves are let go at once. */
class QuotedTexts {
  readonly #states: DeedParts['textStates']
  readonly #known = new Map<TextStateId, QuotedText>()

  constructor(states: DeedParts['textStates']) {
    this.#states = states
  }

  get ids(): TextStateId[] {
    return [...this.#known.keys()]
  }

  async of(annotations: readonly PublicContribution[]): Promise<ReadonlyMap<TextStateId, QuotedText>> {
    const wanted = annotations.flatMap(({ target }) =>
      target.kind === 'passage' ? [target.textStateId] : [],
    )
    const missing = [...new Set(wanted)].filter(id => !this.#known.has(id))
    for await (const { _id, text, hash, createdAt, excerpt } of this.#states.read(missing))
      this.#known.set(_id, { createdAt, excerpt, sha256: hash, codePoints: codePointsOf(text) })
    return this.#known
  }
}

async function* writeTexts(
  states: DeedParts['textStates'],
  ids: readonly TextStateId[],
  base: string,
): AsyncGenerator<string> {
  let before = ',\n"rn:texts":[\n'
  for await (const { _id, text, hash, createdAt, excerpt } of states.read(ids)) {
    const written: WebText = {
      id: base + openAddress.text(_id),
      type: 'Text',
      format: 'text/plain',
      created: createdAt,
      value: text,
      'rn:sha256': hash,
      ...(excerpt ? { 'rn:excerpt': true as const } : {}),
    }
    yield before + JSON.stringify(written)
    before = ',\n'
  }
  yield before.startsWith(',\n"') ? '' : '\n]'
}
