import { openAddress } from '@randnotiz/contract/annotations/exchange/addresses'
import type { ArchivedHistory } from '@randnotiz/contract/annotations/exchange/archived'
import {
  type WebAnnotation,
  type WebText,
  webAnnotationContexts,
} from '@randnotiz/contract/annotations/exchange/web-annotation'
import { EarlierWording } from '@randnotiz/contract/annotations/wordings'
import type { DocumentId, Slug, TextStateId } from '@randnotiz/contract/kit/ids'
import { codePointsOf } from '@randnotiz/domain/annotations/exchange/code-points'
import type { PublicContribution } from '@randnotiz/domain/annotations/exchange/public-contribution'
import { toArchivedAnnotations } from '@randnotiz/domain/annotations/exchange/to-archive'
import {
  type ExportPlace,
  type QuotedText,
  toWebAnnotations,
} from '@randnotiz/domain/annotations/exchange/to-web-annotation'
import type { Sight } from '@randnotiz/domain/annotations/moderation/sight'
import type { DeedParts } from '../deeds/parts.js'
import {
  type ArchiveParts,
  counted,
  type ReadArchived,
  readArchived,
  textsQuotedBy,
} from './read-archived.js'
import { readContributions } from './read-contributions.js'

export type WebAnnotationExport = Pick<ExportPlace, 'base' | 'names'> & {
  /** IRI of the collection. */
  id: string
  label: string
  licence: string
  documents: readonly { id: DocumentId; slug: Slug }[]
  /** An archive has the quoted texts with it, and what else whoever asks for it may see. */
  archive: { sight: Sight } | null
  /** Which contributions go into a file that is no archive; all of them when left out. */
  has?(contribution: PublicContribution): boolean
}

type ExportParts = ArchiveParts & Pick<DeedParts, 'textStates'>

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
  for await (const items of portions(parts, wanted, quoted)) {
    const before = total === 0 ? `,\n"first":${JSON.stringify(page).slice(0, -1)},"items":[\n` : ',\n'
    yield before + items.map(item => JSON.stringify(item)).join(',\n')
    total += items.length
  }
  yield `${total === 0 ? '' : '\n]}'},\n"total":${total}`
  if (wanted.archive !== null) yield* writeTexts(parts.textStates, quoted.ids, wanted.base)
  yield '}\n'
}

async function* portions(
  parts: ExportParts,
  { base, names, documents, archive, has = () => true }: WebAnnotationExport,
  quoted: QuotedTexts,
): AsyncGenerator<WebAnnotation[]> {
  const placeIn = (slug: Slug, texts: Texts): ExportPlace => ({
    base,
    slug,
    names,
    textOf: textId => texts.get(textId),
  })
  for (const { id: documentId, slug } of documents) {
    if (archive === null)
      for await (const contributions of readContributions(parts, documentId)) {
        const annotations = contributions.filter(has)
        if (annotations.length === 0) continue
        const place = placeIn(slug, await quoted.of(annotations.flatMap(textOfTarget)))
        yield annotations.flatMap(annotation => toWebAnnotations(annotation, place))
      }
    else
      for await (const read of readArchived(parts, { documentId, ...archive })) {
        const texts = await quoted.of(read.flatMap(({ record }) => textsQuotedBy(record)))
        const place = placeIn(slug, texts)
        yield read.flatMap(one =>
          toArchivedAnnotations({ ...one, history: historyOf(one, { base, texts }) }, place),
        )
      }
  }
}

const textOfTarget = ({ target }: PublicContribution) =>
  target.kind === 'passage' ? [target.textStateId] : []

function historyOf(
  { annotation, record, attachments }: ReadArchived,
  { base, texts }: { base: string; texts: Texts },
): ArchivedHistory {
  const anchors = record.attachments.map(({ anchor }) => {
    const text = anchor && texts.get(anchor.textStateId)
    if (!anchor || !text) return null
    const { quote, range, textStateId } = anchor
    return { text: base + openAddress.text(textStateId), quote, range: counted(text.codePoints, range) }
  })
  return {
    edition: record.edition,
    // Nobody has looked at these words when some of the later ones were blackened.
    wordings: annotation.blackened === 'nothing' ? record.wordings.map(one => EarlierWording.parse(one)) : [],
    attachments: attachments.map((told, position) => ({ ...told, anchor: anchors[position] ?? null })),
  }
}

type Texts = ReadonlyMap<TextStateId, QuotedText>

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

  async of(wanted: readonly TextStateId[]): Promise<Texts> {
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
