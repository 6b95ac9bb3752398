import type { Channel } from '@randnotiz/contract/annotations/channel'
import type { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import type { OutcomeKind } from '@randnotiz/contract/answers/outcome'
import type { Slug } from '@randnotiz/contract/kit/ids'
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

type Seen = { open: number; document: Slug }

/** Counts rows as they go by; the one place where numbers of files come from. */
export class SynopsisCount {
  readonly #contributions = new Map<string, Seen>()
  readonly #titles = new Map<Slug, string>()
  readonly #sums = { points: 0, answeredPoints: 0, supporters: 0 }
  readonly #kinds: SynopsisCounts['kinds'] = {}
  readonly #channels: SynopsisCounts['channels'] = {}
  readonly #outcomes: SynopsisCounts['outcomes'] = {}

  add(row: SynopsisRow): void {
    this.#sums.points++
    if (row.answer) {
      this.#sums.answeredPoints++
      count(this.#outcomes, row.answer.outcome.kind)
    }
    const seen = this.#contributions.get(row.annotationId) ?? this.#first(row)
    if (row.answer === null) seen.open++
  }

  #first({ annotationId, document, kind, channel, supporters }: SynopsisRow): Seen {
    const seen: Seen = { open: 0, document: document.slug }
    this.#contributions.set(annotationId, seen)
    this.#titles.set(document.slug, document.title)
    this.#sums.supporters += supporters ?? 0
    count(this.#kinds, kind)
    count(this.#channels, channel)
    return seen
  }

  result(): SynopsisCounts {
    const all = [...this.#contributions.values()]
    const answered = all.filter(({ open }) => open === 0)
    const of = (list: readonly Seen[], slug: Slug) => list.filter(({ document }) => document === slug).length
    return {
      contributions: all.length,
      answered: answered.length,
      ...this.#sums,
      kinds: this.#kinds,
      channels: this.#channels,
      outcomes: this.#outcomes,
      documents: [...this.#titles].map(([slug, title]) => ({
        slug,
        title,
        contributions: of(all, slug),
        answered: of(answered, slug),
      })),
    }
  }
}

function count<Name extends string>(counts: Partial<Record<Name, number>>, name: Name): void {
  counts[name] = (counts[name] ?? 0) + 1
}

export function countSynopsis(rows: Iterable<SynopsisRow>): SynopsisCounts {
  const counting = new SynopsisCount()
  for (const row of rows) counting.add(row)
  return counting.result()
}
