/** The `bulkWrite` command of MongoDB 8: inserts, updates and deletes in several collections in one request. */
import { Int32 } from 'bson'
import { encode } from '../bson/codec.js'
import { fromNumber } from '../bson/numbers.js'
import type { Document } from '../bson/value.js'
import { type MongoError, refuse } from '../mongo-error.js'
import type { Catalog } from '../storage/catalog.js'
import { type Collection, splitNamespace } from '../storage/collection.js'
import {
  documentList,
  documentOr,
  flag,
  integerOr,
  optionalDocument,
  statements,
  textOr,
  validationOf,
  variablesOf,
} from './arguments.js'
import { type CommandHandler, type CommandTable, CursorReply } from './command.js'
import { runBatch, type StatementRunner } from './write-statements.js'
import { errorFields } from './writing.js'

const NAMESPACE = 'admin.$cmd.bulkWrite'
const KINDS = ['insert', 'update', 'delete'] as const

const bulkWrite: CommandHandler = async (command, { engine, database }) => {
  if (database !== 'admin') refuse('Unauthorized', 'bulkWrite may only be run against the admin database.')
  const operations = statements(command, 'ops')
  const namespaces = documentList(command, 'nsInfo').map(info => textOr(info, 'ns', ''))
  const bulk = await engine.write(runner => {
    const work = new BulkWork(command, engine.catalog, runner)
    const refusals = runBatch(operations.length, command.ordered !== false, i =>
      work.run(i, operations[i] ?? {}, namespaces),
    )
    work.addRefusals(refusals)
    return work
  }, validationOf(command))
  const size = integerOr(documentOr(command, 'cursor', {}), 'batchSize', Infinity)
  const documents = bulk.results().map(encode)[Symbol.iterator]()
  const reply = engine.cursors.open({ namespace: NAMESPACE, documents, size })
  return new CursorReply(reply.id, NAMESPACE, reply.batch, reply.documents, bulk.totals())
}

class BulkWork {
  private readonly variables: Document | undefined
  private readonly outcomes = new Map<number, Document>()
  private readonly counts = { nErrors: 0, nInserted: 0, nMatched: 0, nModified: 0, nUpserted: 0, nDeleted: 0 }

  constructor(
    private readonly command: Document,
    private readonly catalog: Catalog,
    private readonly runner: StatementRunner,
  ) {
    this.variables = variablesOf(command)
  }

  run(index: number, operation: Document, namespaces: string[]): void {
    const kind = KINDS.find(name => operation[name] !== undefined)
    if (!kind) refuse('FailedToParse', 'a bulkWrite operation must be an insert, update or delete')
    const namespace = namespaces[integerOr(operation, kind, -1)]
    if (namespace === undefined)
      refuse('BadValue', `BulkWrite ops entry ${index} has an invalid nsInfo index.`)
    const collection = this.catalog.findOrCreate(...splitNamespace(namespace))
    this.outcomes.set(index, {
      ok: new Int32(1),
      idx: new Int32(index),
      ...this[kind](collection, operation),
    })
  }

  private insert(collection: Collection, operation: Document): Document {
    this.runner.writer.insert(collection, documentOr(operation, 'document', {}))
    this.counts.nInserted++
    return { n: new Int32(1) }
  }

  private update(collection: Collection, operation: Document): Document {
    const { matched, modified, upserted } = this.runner.update(collection, {
      filter: documentOr(operation, 'filter', {}),
      update: operation.updateMods,
      sort: optionalDocument(operation, 'sort'),
      hint: operation.hint,
      collation: operation.collation,
      arrayFilters: operation.arrayFilters,
      variables: { ...this.variables, ...optionalDocument(operation, 'constants') },
      upsert: flag(operation, 'upsert'),
      scope: flag(operation, 'multi') ? 'many' : 'one',
    })
    this.counts.nMatched += matched
    this.counts.nModified += modified
    if (!upserted) return { n: fromNumber(matched), nModified: fromNumber(modified) }
    this.counts.nUpserted++
    return { n: new Int32(1), nModified: new Int32(0), upserted: { _id: upserted._id } }
  }

  private delete(collection: Collection, operation: Document): Document {
    const removed = this.runner.delete(collection, {
      filter: documentOr(operation, 'filter', {}),
      hint: operation.hint,
      collation: operation.collation,
      variables: this.variables,
      scope: flag(operation, 'multi') ? 'many' : 'one',
    })
    this.counts.nDeleted += removed
    return { n: fromNumber(removed) }
  }

  addRefusals(refusals: Map<number, MongoError>): void {
    this.counts.nErrors = refusals.size
    for (const [index, error] of refusals) {
      this.outcomes.set(index, {
        ok: new Int32(0),
        idx: new Int32(index),
        ...errorFields(error),
        n: new Int32(0),
      })
    }
  }

  /** In the order of the operations; only refusals when `errorsOnly` is set. */
  results(): Document[] {
    const sorted = [...this.outcomes].sort(([a], [b]) => a - b).map(([, outcome]) => outcome)
    return flag(this.command, 'errorsOnly') ? sorted.filter(outcome => outcome.errmsg !== undefined) : sorted
  }

  totals(): Document {
    return Object.fromEntries(Object.entries(this.counts).map(([name, count]) => [name, fromNumber(count)]))
  }
}

export const BULK_WRITE: CommandTable = { bulkWrite }
