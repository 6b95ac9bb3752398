/** `findAndModify`: finds one document, changes or removes it, and gives it as it was or as it is. */
import { Int32 } from 'bson'
import type { Document } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import type { MatchPosition } from '../query/filter.js'
import { compileProjection } from '../query/projection.js'
import { Query } from '../query/query.js'
import type { Collection } from '../storage/collection.js'
import type { Store } from '../storage/store.js'
import { compileUpdate, type Updater } from '../update/compile-update.js'
import { upsertedDocument } from '../update/upsert.js'
import { collectionName, documentOr, flag, optionalDocument, validationOf, variablesOf } from './arguments.js'
import type { CommandHandler, CommandTable } from './command.js'
import type { StatementRunner } from './write-statements.js'

const findAndModify: CommandHandler = (command, { engine, database }) => {
  const name = collectionName(command, 'findAndModify' in command ? 'findAndModify' : 'findandmodify')
  const removes = flag(command, 'remove')
  if (removes && command.update !== undefined)
    refuse('FailedToParse', 'Cannot specify both an update and remove=true')
  if (!removes && command.update === undefined) {
    refuse('FailedToParse', 'Either an update or remove=true must be specified')
  }
  if (!engine.catalog.findStored(database, name) && !flag(command, 'upsert'))
    return removes ? NOTHING_REMOVED : NOTHING_UPDATED
  return engine.write(runner => {
    const target = { collection: engine.catalog.findOrCreate(database, name), store: engine.store, runner }
    const change = new SingleChange(command, target)
    return removes ? change.remove() : change.update()
  }, validationOf(command))
}

const NOTHING_REMOVED: Document = { lastErrorObject: { n: new Int32(0) }, value: null }
const NOTHING_UPDATED: Document = {
  lastErrorObject: { n: new Int32(0), updatedExisting: false },
  value: null,
}

interface Target {
  collection: Collection
  store: Store
  runner: StatementRunner
}

class SingleChange {
  private readonly filter: Document
  private readonly variables: Document | undefined
  private readonly query: Query

  constructor(
    private readonly command: Document,
    private readonly target: Target,
  ) {
    this.filter = documentOr(command, 'query', {})
    this.variables = variablesOf(command)
    this.query = new Query(target.store, target.collection, {
      filter: this.filter,
      sort: optionalDocument(command, 'sort'),
      hint: command.hint,
      collation: command.collation,
      variables: this.variables,
      limit: 1,
    })
  }

  remove(): Document {
    const [row] = this.query.rows()
    if (!row) return NOTHING_REMOVED
    this.target.runner.writer.remove(this.target.collection, row.document)
    return { lastErrorObject: { n: new Int32(1) }, value: this.projected(row.document, row.position) }
  }

  update(): Document {
    const { arrayFilters, update } = this.command
    const options = { arrayFilters, collation: this.query.collation, variables: this.variables }
    const updater = compileUpdate(update, options)
    const [row] = this.query.rows()
    if (!row) return flag(this.command, 'upsert') ? this.upsert(updater) : NOTHING_UPDATED
    const { runner, collection } = this.target
    const next = updater.apply(row.document, { ...runner.moment, inserting: false, position: row.position })
    runner.writer.replace(collection, row, next)
    const shown = flag(this.command, 'new') ? next : row.document
    return {
      lastErrorObject: { n: new Int32(1), updatedExisting: true },
      value: this.projected(shown, row.position),
    }
  }

  private upsert(updater: Updater): Document {
    const { runner, collection } = this.target
    const document = runner.writer.insert(collection, upsertedDocument(this.filter, updater, runner.moment))
    return {
      lastErrorObject: { n: new Int32(1), updatedExisting: false, upserted: document._id },
      value: flag(this.command, 'new') ? this.projected(document) : null,
    }
  }

  private projected(document: Document, position?: MatchPosition): Document {
    const options = { collation: this.query.collation, variables: this.variables }
    const project = compileProjection(optionalDocument(this.command, 'fields'), options)
    return project ? project(document, position) : document
  }
}

/** Drivers have spelled it in both ways. */
export const FIND_AND_MODIFY: CommandTable = { findAndModify, findandmodify: findAndModify }
