/** `insert`, `update`, `delete`. */
import { Int32 } from 'bson'
import { fromNumber } from '../bson/numbers.js'
import type { Document } from '../bson/value.js'
import type { MongoError } from '../mongo-error.js'
import { compileFilter } from '../query/filter.js'
import { compileUpdate } from '../update/compile-update.js'
import {
  collectionName,
  documentOr,
  flag,
  integerOr,
  optionalDocument,
  statements,
  validationOf,
  variablesOf,
} from './arguments.js'
import type { CommandHandler, CommandTable } from './command.js'
import { runBatch, type UpdateStatement } from './write-statements.js'

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
  }, validationOf(command))
}

const update: CommandHandler = (command, { engine, database }) => {
  const name = collectionName(command, 'update')
  const list = statements(command, 'updates').map(statement => updateStatement(statement, command))
  if (!engine.catalog.findStored(database, name) && !list.some(({ upsert }) => upsert)) {
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
  }, validationOf(command))
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
  const name = collectionName(command, 'delete')
  if (!engine.catalog.findStored(database, name)) {
    for (const statement of list) compileFilter(documentOr(statement, 'q', {}))
    return { n: new Int32(0) }
  }
  return engine.write(runner => {
    const collection = engine.catalog.findStored(database, name)
    if (!collection) return { n: new Int32(0) }
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

export const WRITING: CommandTable = { insert, update, delete: remove }
