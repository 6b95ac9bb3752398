/**
 * Checks a store against itself: every document is where its `_id` says, every count is right, and every index holds exactly
 * the keys that its documents have. Used after restoring a backup and after crashes.
 */
import { decode } from '../bson/codec.js'
import { Catalog } from './catalog.js'
import { type Collection, ID_INDEX, type Index } from './collection.js'
import { idKey } from './document-writer.js'
import { indexKeysOf } from './index-keys.js'
import { rangeOf } from './keyspace.js'
import type { Store } from './store.js'

export interface StoreReport {
  collections: number
  documents: number
  /** One sentence each; empty when the store is sound. */
  problems: string[]
}

export function verifyStore(store: Store): StoreReport {
  const report: StoreReport = { collections: 0, documents: 0, problems: [] }
  for (const collection of new Catalog(store).all()) {
    report.collections++
    report.documents += collection.count
    report.problems.push(...documentProblems(store, collection))
    for (const index of collection.indexes) {
      if (index.name !== ID_INDEX) report.problems.push(...indexProblems(store, collection, index))
    }
  }
  return report
}

function documentProblems(store: Store, { namespace, prefix, count }: Collection): string[] {
  const problems: string[] = []
  let found = 0
  for (const { key, value } of store.entries(rangeOf(prefix))) {
    found++
    if (!idKey(decode(value)._id).equals(key.subarray(prefix.length))) {
      problems.push(`${namespace}: a document is not stored under its _id`)
    }
  }
  if (found !== count) problems.push(`${namespace}: ${found} documents, but ${count} counted`)
  return problems
}

function indexProblems(store: Store, { namespace, prefix }: Collection, index: Index): string[] {
  const expected = new Set<string>()
  for (const { key, value } of store.entries(rangeOf(prefix))) {
    const id = key.subarray(prefix.length)
    for (const fields of indexKeysOf(index, decode(value)).keys) expected.add(entry(fields, id))
  }
  let found = 0
  let foreign = 0
  for (const { key, value } of store.entries(rangeOf(index.prefix))) {
    const end = index.unique ? key.length : key.length - value.length
    if (expected.has(entry(key.subarray(index.prefix.length, end), value))) found++
    else foreign++
  }
  const missing = expected.size - found
  const problems: string[] = []
  if (missing > 0) problems.push(`${namespace}, index ${index.name}: ${missing} keys are missing`)
  if (foreign > 0) problems.push(`${namespace}, index ${index.name}: ${foreign} keys belong to no document`)
  return problems
}

const entry = (fields: Buffer, id: Buffer): string => `${fields.toString('latin1')}|${id.toString('latin1')}`
