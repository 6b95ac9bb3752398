import { PassageResolver } from '@randnotiz/anchoring'
import type { TextRange } from '@randnotiz/contract/annotations/target'
import { type ResolvedCrdtRange, resolveCrdtRanges } from '@randnotiz/document-schema/crdt-range'
import { type FlatIndex, indexFlatText } from '@randnotiz/document-schema/flat-text'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import * as Y from 'yjs'
import { answerJobs } from '../../../platform/threads/answer-jobs.js'
import { confirmBound } from '../passage/confirm-bound.js'
import type { PreviewAnswer, PreviewedPassage, PreviewJob, Standing } from './preview-jobs.js'

/** The whole ladder for each passage, in a text that nobody has seen yet; see `PassageSearch` for the one that is stored. */
answerJobs(({ present, edit, origins, passages }: PreviewJob): PreviewAnswer => {
  const now = indexOf(present)
  const later = indexOf(present, edit)
  const search = new Search(later, origins)
  const places = placesIn(now, passages)
  const byAnchor = resolveCrdtRanges(
    later,
    passages.map(({ anchor }) => anchor.crdt),
  )
  const byResolution = resolveCrdtRanges(later, passages.map(latestCrdt))
  return passages.map((passage, number) => ({
    now: standingNow(passage, places[number] ?? null, now.text),
    later: search.find(passage, {
      bound: [byAnchor[number], byResolution[number]],
      last: lastPlace(passage, places[number] ?? null, now.text),
    }),
  }))
})

function indexOf(...updates: Uint8Array[]): FlatIndex {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return indexFlatText(documentFragment(doc))
}

const latestCrdt = ({ resolution, anchor }: PreviewedPassage) =>
  'crdt' in resolution ? resolution.crdt : anchor.crdt

function placesIn(index: FlatIndex, passages: PreviewedPassage[]): (TextRange | null)[] {
  return resolveCrdtRanges(index, passages.map(latestCrdt)).map(found =>
    found.kind === 'alive' ? { start: found.start, end: found.end } : null,
  )
}

function standingNow({ resolution }: PreviewedPassage, place: TextRange | null, text: string): Standing {
  if (place === null || resolution.status === 'orphaned') return { status: 'orphaned' }
  const words = text.slice(place.start, place.end)
  return { status: resolution.status === 'suggested' ? 'suggested' : 'attached', words }
}

type Last = { text: string; range: TextRange }

/** Where a suggestion leads is nobody's word. */
function lastPlace({ resolution }: PreviewedPassage, range: TextRange | null, text: string): Last | null {
  const attached = resolution.status === 'exact' || resolution.status === 'changed'
  return attached && range ? { text, range } : null
}

type Hints = { bound: (ResolvedCrdtRange | undefined)[]; last: Last | null }

class Search {
  readonly #text: string
  readonly #origins: PreviewJob['origins']
  readonly #resolver: PassageResolver

  constructor({ text }: FlatIndex, origins: PreviewJob['origins']) {
    this.#text = text
    this.#origins = origins
    this.#resolver = new PassageResolver(text)
  }

  find({ anchor }: PreviewedPassage, { bound, last }: Hints): Standing {
    const { quote, range, textStateId } = anchor
    const present = { text: this.#text, now: new Date(0) }
    for (const found of bound) {
      const confirmed = confirmBound({ quote, crdt: anchor.crdt }, found, present)
      if (confirmed && 'range' in confirmed) return this.#standing('attached', confirmed.range)
    }
    const origin = { quote, range, text: this.#origins.get(textStateId) ?? null }
    const found = this.#resolver.resolve(origin, last ? { last } : {})
    if (found.status === 'orphaned') return { status: 'orphaned' }
    return this.#standing(found.status === 'suggested' ? 'suggested' : 'attached', found.range)
  }

  #standing(status: 'attached' | 'suggested', { start, end }: TextRange): Standing {
    return { status, words: this.#text.slice(start, end) }
  }
}
