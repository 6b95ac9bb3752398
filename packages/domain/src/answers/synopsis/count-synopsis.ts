import type { Channel } from '@randnotiz/contract/annotations/channel'
import type { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import type { OutcomeKind } from '@randnotiz/contract/answers/outcome'
import type { AnnotationId, DocumentId, Slug } from '@randnotiz/contract/kit/ids'
import { type Countable, countContributions } from '../../annotations/count-contributions.js'
import { totalsOf } from '../totals.js'
import type { SynopsisRow } from './synopsis-row.js'

/** What a synopsis adds up to. Kinds and channels count contributions, outcomes count points. */
export type SynopsisCounts = {
  contributions: number
  points: number
  /** Contributions of which every point in the synopsis has an answer. */
  answered: number
  answeredPoints: number
  supporters: number
  kinds: Partial<Record<AnnotationKind, number>>
  channels: Partial<Record<Channel, number>>
  outcomes: Partial<Record<OutcomeKind, number>>
  documents: { slug: Slug; title: string; contributions: number; answered: number }[]
}

type Seen = Countable & { documentId: DocumentId; outcomes: OutcomeKind[]; open: number }

/** Gathers rows as they go by, and counts them as everything is counted, see `totals` and `count-contributions`. */
export class SynopsisCount {
  readonly #contributions = new Map<AnnotationId, Seen>()
  readonly #documents = new Map<DocumentId, SynopsisRow['document']>()

  add(row: SynopsisRow): void {
    const seen = this.#contributions.get(row.annotationId) ?? this.#first(row)
    if (row.answer === null) seen.open++
    else seen.outcomes.push(row.answer.outcome.kind)
  }

  #first({ annotationId, document, kind, channel, supporters, createdAt }: SynopsisRow): Seen {
    const counted = { kind, channel, supporters, createdAt: new Date(createdAt) }
    const seen: Seen = { ...counted, documentId: document.id, outcomes: [], open: 0 }
    this.#contributions.set(annotationId, seen)
    this.#documents.set(document.id, document)
    return seen
  }

  result(): SynopsisCounts {
    const all = [...this.#contributions.values()]
    const perDocument = [...this.#documents.keys()].map(documentId => ({
      documentId,
      count: all.filter(one => one.documentId === documentId).length,
    }))
    const { outcomes, documents, ...totals } = totalsOf({ contributions: perDocument, answers: all })
    const { kinds, channels, supports } = countContributions(all)
    const answeredPoints = all.reduce((sum, one) => sum + one.outcomes.length, 0)
    return {
      ...totals,
      points: all.reduce((sum, { open }) => sum + open, answeredPoints),
      answeredPoints,
      supporters: supports,
      kinds: Object.fromEntries(kinds),
      channels: Object.fromEntries(channels),
      outcomes,
      documents: documents.flatMap(({ documentId, ...counted }) => {
        const known = this.#documents.get(documentId)
        return known ? [{ slug: known.slug, title: known.title, ...counted }] : []
      }),
    }
  }
}
