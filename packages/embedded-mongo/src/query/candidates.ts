/** Carries out a plan: the stored documents it points to, each once. */
import { refuse } from '../mongo-error.js'
import type { Collection } from '../storage/collection.js'
import { documentKey } from '../storage/document-writer.js'
import type { KeyRange } from '../storage/keyspace.js'
import type { Entry, ScanDirection, Store } from '../storage/store.js'
import type { Access } from './planner.js'

/** How much a query has looked at; shown by `explain`. */
export interface Examined {
  keys: number
  documents: number
}

export class CandidateReader {
  readonly examined: Examined = { keys: 0, documents: 0 }

  constructor(
    private readonly store: Store,
    private readonly collection: Collection,
  ) {}

  *read(access: Access): Generator<Buffer> {
    if (access.kind === 'scan') yield* this.scan(access)
    else yield* this.fetch(access)
    this.assertAlive(access)
  }

  /** Documents as they lie there. What happens for each of them is the cost of a scan, so it is little. */
  private *scan(access: Access & { kind: 'scan' }): Generator<Buffer> {
    for (const { value } of this.inRanges(access)) {
      this.assertAlive(access)
      this.examined.documents++
      yield value
    }
  }

  private *fetch(access: Access): Generator<Buffer> {
    const seen =
      access.kind === 'union' || (access.kind === 'index' && access.index.multikey) ? new Seen() : undefined
    for (const { id, bytes } of this.entries(access)) {
      this.assertAlive(access)
      if (seen?.before(id)) continue
      const stored = bytes ?? this.store.get(documentKey(this.collection, id))
      if (!stored) continue
      this.examined.documents++
      yield stored
    }
  }

  /** A cursor that outlives its collection or its index must not look like one that has come to its end. */
  private assertAlive(access: Access): void {
    const { indexes, namespace } = this.collection
    if (indexes.length === 0) refuse('QueryPlanKilled', `collection dropped: ${namespace}`)
    if (access.kind === 'union') for (const branch of access.branches) this.assertAlive(branch)
    if (access.kind === 'index' && !indexes.some(({ id }) => id === access.index.id)) {
      refuse('QueryPlanKilled', `index '${access.index.name}' dropped`)
    }
  }

  /** The number of keys an exact plan finds, without reading documents. */
  count(access: Access): number {
    switch (access.kind) {
      case 'nothing':
        return 0
      case 'scan':
        return access.bounded ? this.countRanges(access.ranges) : this.collection.count
      case 'index':
        return this.countRanges(access.ranges)
      case 'ids':
        return access.ids.filter(id => this.store.get(documentKey(this.collection, id))).length
      case 'union':
        return [...this.read(access)].length
    }
  }

  private countRanges(ranges: KeyRange[]): number {
    return ranges.reduce((total, range) => total + this.store.countKeys(range), 0)
  }

  private *entries(access: Access): Generator<{ id: Buffer; bytes?: Buffer }> {
    switch (access.kind) {
      case 'nothing':
        return
      case 'ids':
        for (const id of access.ids) yield { id }
        return
      case 'scan':
        for (const { key, value } of this.inRanges(access)) {
          yield { id: key.subarray(this.collection.prefix.length), bytes: value }
        }
        return
      case 'index':
        for (const { value } of this.inRanges(access)) {
          this.examined.keys++
          yield { id: value }
        }
        return
      case 'union':
        for (const branch of access.branches) yield* this.entries(branch)
    }
  }

  private *inRanges({
    ranges,
    direction,
  }: {
    ranges: KeyRange[]
    direction: ScanDirection
  }): Generator<Entry> {
    const ordered = direction === 'forward' ? ranges : [...ranges].reverse()
    for (const range of ordered) yield* this.store.entries(range, direction)
  }
}

class Seen {
  private readonly ids = new Set<string>()

  before(id: Buffer): boolean {
    const text = id.toString('latin1')
    if (this.ids.has(text)) return true
    this.ids.add(text)
    return false
  }
}
