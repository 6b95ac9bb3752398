/** Single update and delete statements, shared by `update`, `delete` and `bulkWrite`. */
import { collatorFor, parseCollation } from '../bson/collation.js'
import type { Document, Value } from '../bson/value.js'
import { ERROR_CODE, MongoError, refuse } from '../mongo-error.js'
import { Query } from '../query/query.js'
import type { Catalog } from '../storage/catalog.js'
import type { Collection } from '../storage/collection.js'
import { DocumentWriter } from '../storage/document-writer.js'
import type { Store } from '../storage/store.js'
import type { Validation } from '../storage/validator.js'
import { compileUpdate } from '../update/compile-update.js'
import type { UpdateMoment } from '../update/field-modifiers.js'
import { upsertedDocument } from '../update/upsert.js'

export interface UpdateStatement {
  filter: Document
  update: Value
  sort?: Document | undefined
  hint?: Value
  collation?: Value
  arrayFilters?: Value
  variables?: Document | undefined
  upsert: boolean
  /** `many` updates every match. */
  scope: 'one' | 'many'
}

export interface UpdateOutcome {
  matched: number
  modified: number
  /** The document an upsert inserted. */
  upserted?: Document
}

export interface DeleteStatement {
  filter: Document
  hint?: Value
  collation?: Value
  variables?: Document | undefined
  scope: 'one' | 'many'
}

/** Runs statements inside one write transaction. */
export class StatementRunner {
  readonly writer: DocumentWriter

  constructor(
    private readonly store: Store,
    catalog: Catalog,
    readonly moment: UpdateMoment,
    validation: Validation,
  ) {
    this.writer = new DocumentWriter(store, catalog, validation)
  }

  /** All matches are found before the first is written: an update may move documents within the index that is read. */
  update(collection: Collection, statement: UpdateStatement): UpdateOutcome {
    const { filter, update, variables, arrayFilters, upsert, scope } = statement
    const collation = collatorFor(parseCollation(statement.collation ?? collection.options.collation))
    const updater = compileUpdate(update, { arrayFilters, collation, variables })
    if (scope === 'many' && updater.kind === 'replacement') {
      refuse('FailedToParse', 'multi update is not supported for replacement-style update')
    }
    const rows = [
      ...new Query(this.store, collection, { ...statement, limit: scope === 'one' ? 1 : 0 }).rows(),
    ]
    if (rows.length === 0 && upsert) {
      const document = upsertedDocument(filter, updater, this.moment)
      return { matched: 0, modified: 0, upserted: this.writer.insert(collection, document) }
    }
    const modified = rows.filter(row => {
      const next = updater.apply(row.document, { ...this.moment, inserting: false, position: row.position })
      return this.writer.replace(collection, row, next)
    })
    return { matched: rows.length, modified: modified.length }
  }

  delete(collection: Collection, statement: DeleteStatement): number {
    const query = new Query(this.store, collection, {
      ...statement,
      limit: statement.scope === 'one' ? 1 : 0,
    })
    const rows = [...query.rows()]
    for (const { document } of rows) this.writer.remove(collection, document)
    return rows.length
  }
}

/** Runs `statement` for each index; ordered batches end at the first refusal. Gives the refusals. */
export function runBatch(
  count: number,
  ordered: boolean,
  statement: (index: number) => void,
): Map<number, MongoError> {
  const refusals = new Map<number, MongoError>()
  for (let i = 0; i < count; i++) {
    try {
      statement(i)
    } catch (error) {
      refusals.set(i, asRefusal(error))
      if (ordered) break
    }
  }
  return refusals
}

/** A bug in one statement must not take back the others, which are part of the same transaction. */
function asRefusal(error: unknown): MongoError {
  if (error instanceof MongoError) return error
  return new MongoError(ERROR_CODE.InternalError, error instanceof Error ? error.message : String(error))
}
