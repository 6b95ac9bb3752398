/** `insert`, `update`, `delete`, `findAndModify`. */
import { Int32 } from 'bson'
import { collatorFor, parseCollation } from '../bson/collation.js'
import { fromNumber } from '../bson/numbers.js'
import type { Document, Value } from '../bson/value.js'
import { type MongoError, refuse } from '../mongo-error.js'
import { compileFilter, type MatchPosition } from '../query/filter.js'
import { compileProjection } from '../query/projection.js'
import { Query } from '../query/query.js'
import type { Collection } from '../storage/collection.js'
import type { Store } from '../storage/store.js'
import { compileUpdate } from '../update/compile-update.js'
import { upsertedDocument } from '../update/upsert.js'
import {
  collectionName,
  documentOr,
  flag,
  integerOr,
  optionalDocument,
  statements,
  variablesOf,
} from './arguments.js'
import type { CommandHandler, CommandTable } from './command.js'
import { runBatch, type StatementRunner, type UpdateStatement } from './write-statements.js'

const isOrdered = (command: Document): boolean => command.ordered !== false

function withErrors(reply: Document, refusals: Map<number, MongoError>): Document {
  if (refusals.size === 0) return reply
  const writeErrors = [...refusals].map(([index, error]) => ({
    index: new Int32(index),
    ...errorFields(error),
  }))
  return { ...reply, writeErrors }
}

export const errorFields = (error: MongoError): Document => ({
  code: new Int32(error.code),
  ...error.details,
  errmsg: error.message,
})

const insert: CommandHandler = (command, { engine, database }) => {
  const name = collectionName(command, 'insert')
  const documents = statements(command, 'documents')
  return engine.write(runner => {
    const collection = engine.catalog.findOrCreate(database, name)
    let inserted = 0
    const refusals = runBatch(documents.length, isOrdered(command), i => {
      runner.writer.insert(collection, documents[i] ?? {})
      inserted++
    })
    return withErrors({ n: new Int32(inserted) }, refusals)
  })
}

const update: CommandHandler = (command, { engine, database }) => {
  const name = collectionName(command, 'update')
  const list = statements(command, 'updates').map(statement => updateStatement(statement, command))
  if (!engine.catalog.find(database, name) && !list.some(({ upsert }) => upsert)) {
    for (const { filter, update: change, arrayFilters } of list) {
      compileFilter(filter)
      compileUpdate(change, { arrayFilters })
    }
    return { n: new Int32(0), nModified: new Int32(0) }
  }
  return engine.write(runner => {
    const collection = engine.catalog.findOrCreate(database, name)
    const upserted: Document[] = []
    let matched = 0
    let modified = 0
    const refusals = runBatch(list.length, isOrdered(command), i => {
      const statement = list[i]
      if (!statement) return
      const outcome = runner.update(collection, statement)
      matched += outcome.matched + (outcome.upserted ? 1 : 0)
      modified += outcome.modified
      if (outcome.upserted) upserted.push({ index: new Int32(i), _id: outcome.upserted._id })
    })
    const reply: Document = { n: fromNumber(matched), nModified: fromNumber(modified) }
    return withErrors(upserted.length > 0 ? { ...reply, upserted } : reply, refusals)
  })
}

function updateStatement(statement: Document, command: Document): UpdateStatement {
  return {
    filter: documentOr(statement, 'q', {}),
    update: statement.u,
    sort: optionalDocument(statement, 'sort'),
    hint: statement.hint,
    collation: statement.collation,
    arrayFilters: statement.arrayFilters,
    variables: { ...variablesOf(command), ...optionalDocument(statement, 'c') },
    upsert: flag(statement, 'upsert'),
    scope: flag(statement, 'multi') ? 'many' : 'one',
  }
}

const remove: CommandHandler = (command, { engine, database }) => {
  const list = statements(command, 'deletes')
  const collection = engine.catalog.find(database, collectionName(command, 'delete'))
  if (!collection) {
    for (const statement of list) compileFilter(documentOr(statement, 'q', {}))
    return { n: new Int32(0) }
  }
  return engine.write(runner => {
    let removed = 0
    const refusals = runBatch(list.length, isOrdered(command), i => {
      const statement = list[i] ?? {}
      removed += runner.delete(collection, {
        filter: documentOr(statement, 'q', {}),
        hint: statement.hint,
        collation: statement.collation,
        variables: variablesOf(command),
        scope: integerOr(statement, 'limit', 0) === 1 ? 'one' : 'many',
      })
    })
    return withErrors({ n: fromNumber(removed) }, refusals)
  })
}

const findAndModify: CommandHandler = (command, { engine, database }) => {
  const name = collectionName(command, 'findAndModify' in command ? 'findAndModify' : 'findandmodify')
  const removes = flag(command, 'remove')
  if (removes && command.update !== undefined)
    refuse('FailedToParse', 'Cannot specify both an update and remove=true')
  if (!removes && command.update === undefined) {
    refuse('FailedToParse', 'Either an update or remove=true must be specified')
  }
  if (!engine.catalog.find(database, name) && !flag(command, 'upsert')) return outcome(command, 0, undefined)
  return engine.write(runner =>
    new FoundAndModified(command, runner, engine.store).run(engine.catalog.findOrCreate(database, name)),
  )
}

function outcome(
  command: Document,
  count: number,
  value: Document | undefined,
  fields: Document = {},
): Document {
  const existing: Document = flag(command, 'remove')
    ? {}
    : { updatedExisting: count > 0 && fields.upserted === undefined }
  return { lastErrorObject: { n: new Int32(count), ...existing, ...fields }, value: value ?? null }
}

class FoundAndModified {
  private readonly variables: Document | undefined

  constructor(
    private readonly command: Document,
    private readonly runner: StatementRunner,
    private readonly store: Store,
  ) {
    this.variables = variablesOf(command)
  }

  run(collection: Collection): Document {
    const { command, runner, variables } = this
    const filter = documentOr(command, 'query', {})
    const { hint, collation } = command
    const query = new Query(this.store, collection, {
      filter,
      sort: optionalDocument(command, 'sort'),
      hint,
      collation,
      variables,
      limit: 1,
    })
    const [row] = query.rows()
    if (flag(command, 'remove')) {
      if (row) runner.writer.remove(collection, row.document)
      return outcome(command, row ? 1 : 0, row && this.shape(row.document, collection, row.position))
    }
    const updater = compileUpdate(command.update, {
      arrayFilters: command.arrayFilters,
      collation: query.collation,
      variables,
    })
    if (row) {
      const next = updater.apply(row.document, { ...runner.moment, inserting: false, position: row.position })
      runner.writer.replace(collection, row, next)
      return outcome(
        command,
        1,
        this.shape(flag(command, 'new') ? next : row.document, collection, row.position),
      )
    }
    if (!flag(command, 'upsert')) return outcome(command, 0, undefined)
    const document = runner.writer.insert(collection, upsertedDocument(filter, updater, runner.moment))
    const shown = flag(command, 'new') ? this.shape(document, collection) : undefined
    return outcome(command, 1, shown, { upserted: document._id })
  }

  private shape(document: Document, collection: Collection, position?: MatchPosition): Document {
    const specification: Value = this.command.collation ?? collection.options.collation
    const project = compileProjection(optionalDocument(this.command, 'fields'), {
      collation: collatorFor(parseCollation(specification)),
      variables: this.variables,
    })
    return project ? project(document, position) : document
  }
}

export const WRITING: CommandTable = {
  insert,
  update,
  delete: remove,
  findAndModify,
  findandmodify: findAndModify,
}
