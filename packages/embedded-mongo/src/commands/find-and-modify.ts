/** `findAndModify`: finds one document, changes or removes it, and gives it as it was or as it is. */
import { Int32 } from 'bson'
import { collatorFor, parseCollation } from '../bson/collation.js'
import type { Document, Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import type { MatchPosition } from '../query/filter.js'
import { compileProjection } from '../query/projection.js'
import { Query } from '../query/query.js'
import type { Collection } from '../storage/collection.js'
import type { Store } from '../storage/store.js'
import { compileUpdate } from '../update/compile-update.js'
import { upsertedDocument } from '../update/upsert.js'
import { collectionName, documentOr, flag, optionalDocument, variablesOf } from './arguments.js'
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

/** Drivers have spelled it in both ways. */
export const FIND_AND_MODIFY: CommandTable = { findAndModify, findandmodify: findAndModify }
