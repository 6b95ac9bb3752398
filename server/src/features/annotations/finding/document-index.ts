import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import {
  type AnnotationId,
  AnnotationId as AnnotationIdShape,
  type DocumentId,
} from '@randnotiz/contract/kit/ids'
import { type Searched, searched } from '@randnotiz/domain/annotations/finding/searched'
import { publicSight } from '@randnotiz/domain/annotations/moderation/sight'
import MiniSearch from 'minisearch'
import type { AnnotationStore } from '../storage/annotation-store.js'
import type { ChangeRows } from '../storage/change-rows.js'
import type { AnnotationRecord } from '../storage/record.js'
import type { ViewAnnotations } from '../view.js'
import { termsOf } from './terms.js'

export type IndexParts = { annotations: AnnotationStore; changes: ChangeRows; view: ViewAnnotations }

/** Rows of the feed read at once; others are served in between. */
const portion = 200

/**
 * What everybody may read of one document's annotations, ready to be searched. It follows the change feed: each search
 * reads first what has changed since, so that several processes find the same.
 */
export class DocumentIndex {
  #documentId: DocumentId
  #parts: IndexParts
  #seq = 0
  #entries = new Map<AnnotationId, Searched>()
  #words = new MiniSearch<Searchable>({
    fields: ['body', 'more', 'quote', 'replies', 'author'],
    processTerm: word => [...termsOf(word)],
    searchOptions: {
      boost: { body: 3, more: 2 },
      prefix: term => term.length > 2,
      combineWith: 'AND',
      processTerm: term => term.normalize('NFKC').toLowerCase(),
    },
  })
  #catchingUp: Promise<void> = Promise.resolve()

  constructor(documentId: DocumentId, parts: IndexParts) {
    this.#documentId = documentId
    this.#parts = parts
  }

  /** Resolves when everything that was in the feed before the call is indexed. */
  catchUp(): Promise<void> {
    const run = this.#catchingUp.catch(() => undefined).then(() => this.#readFeed())
    this.#catchingUp = run
    return run
  }

  all(): Searched[] {
    return [...this.#entries.values()]
  }

  /** Those in which every word occurs: as such, as the beginning of a word, or by its stem. */
  matching(words: string): Searched[] {
    const ids = this.#wordsOf(words).map(word => this.#idsWith(word))
    return this.all().filter(({ annotation }) => ids.every(found => found.has(annotation.id)))
  }

  entry(id: AnnotationId): Searched | undefined {
    return this.#entries.get(id)
  }

  /** Annotations in which a word stands by its stem; not those in which something merely begins like it. */
  idsUsing(word: string): AnnotationId[] {
    const found = new Set<AnnotationId>()
    for (const term of termsOf(word))
      for (const { id } of this.#words.search(term, { prefix: false })) found.add(AnnotationIdShape.parse(id))
    return [...found]
  }

  /** Seldom words weigh most, one that nobody uses as much as one that a single contribution uses; 0 without any. */
  rarityOf(word: string): number {
    return Math.log(1 + this.#entries.size / Math.max(1, this.idsUsing(word).length))
  }

  #wordsOf(words: string): string[] {
    return words.split(/[\s\p{P}\p{S}]+/u).filter(word => word !== '')
  }

  #idsWith(word: string): Set<string> {
    const found = new Set<string>()
    for (const term of termsOf(word)) for (const { id } of this.#words.search(term)) found.add(id)
    return found
  }

  async #readFeed(): Promise<void> {
    for (;;) {
      const rows = await this.#parts.changes.since(this.#documentId, this.#seq, portion)
      if (rows.length === 0) return
      await this.#index([...new Set(rows.map(row => row.annotationId))])
      this.#seq = rows.at(-1)?.seq ?? this.#seq
    }
  }

  async #index(ids: AnnotationId[]): Promise<void> {
    const records = await this.#parts.annotations.byIds(ids)
    const annotations = await this.#parts.view(records, publicSight)
    for (const id of ids) this.#remove(id)
    for (const [at, record] of records.entries()) {
      const annotation = annotations[at]
      if (annotation && annotation.publication.state === 'published') this.#add(annotation, record)
    }
  }

  #add(annotation: Annotation, { authorId }: AnnotationRecord): void {
    this.#entries.set(annotation.id, searched(annotation, authorId))
    this.#words.add(searchable(annotation))
  }

  #remove(id: AnnotationId): void {
    if (this.#entries.delete(id)) this.#words.discard(id)
  }
}

type Searchable = { id: string; body: string; more: string; quote: string; replies: string; author: string }

function searchable(annotation: Annotation): Searchable {
  const { id, body, reason, instead, replacement, target, replies, author } = annotation
  return {
    id,
    body: body ?? '',
    more: [reason, instead, replacement].filter(words => words !== null).join('\n'),
    quote: target.kind === 'passage' ? target.quote.exact : '',
    replies: replies.map(reply => reply.body ?? '').join('\n'),
    author: author.pseudonym,
  }
}
