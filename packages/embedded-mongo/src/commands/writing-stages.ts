/** `$out` and `$merge`: a pipeline's results become documents of a collection, in the same transaction that read them. */
import { randomUUID } from 'node:crypto'
import type { PipelineContext } from '../aggregate/pipeline.js'
import type { Stage } from '../aggregate/stage.js'
import { decode } from '../bson/codec.js'
import { type Document, fieldOf, isDocument, isText, textOf, type Value, withIdFirst } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import { Query, type Row } from '../query/query.js'
import { type Collection, ID_INDEX } from '../storage/collection.js'
import { duplicateKey } from '../storage/duplicate-key.js'
import { compileUpdate } from '../update/compile-update.js'
import { textOr } from './arguments.js'
import type { StatementRunner } from './write-statements.js'

export const isWritingStage = ({ name }: Stage): boolean => name === '$out' || name === '$merge'

export function writeResults(
  context: PipelineContext,
  runner: StatementRunner,
  results: Buffer[],
  stage: Stage,
): void {
  const documents = results.map(decode)
  if (stage.name === '$out') replaceCollection(context, runner, documents, stage.argument)
  else new Merge(context, runner, stage.argument).run(documents)
}

function targetOf(context: PipelineContext, target: Value): [database: string, name: string] {
  if (isText(target)) return [context.database, textOf(target)]
  if (!isDocument(target))
    return refuse('TypeMismatch', 'the target of $out and $merge must be a string or an object')
  return [textOr(target, 'db', context.database), textOr(target, 'coll', '')]
}

/** The collection keeps its options and indexes; when a document is refused, it stays as it was. */
function replaceCollection(
  context: PipelineContext,
  runner: StatementRunner,
  documents: Document[],
  target: Value,
): void {
  const [database, name] = targetOf(context, target)
  const { catalog } = context
  const previous = catalog.findStored(database, name)
  const collection = catalog.create(database, `tmp.agg_out.${randomUUID()}`, previous?.options)
  try {
    for (const index of previous?.indexes ?? []) {
      if (index.name !== ID_INDEX) catalog.addIndex(collection, index.specification)
    }
    for (const document of documents) runner.writer.insert(collection, document)
  } catch (error) {
    catalog.drop(collection)
    throw error
  }
  catalog.replace(previous, collection, name)
}

class Merge {
  private readonly specification: Document
  private readonly target: Collection

  constructor(
    private readonly context: PipelineContext,
    private readonly runner: StatementRunner,
    argument: Value,
  ) {
    this.specification = isDocument(argument) ? argument : { into: argument }
    const [database, name] = targetOf(context, this.specification.into)
    this.target = context.catalog.findOrCreate(database, name)
  }

  run(documents: Document[]): void {
    for (const document of documents) {
      const [row] = this.matching(document)
      if (row) this.whenMatched(document, row)
      else this.whenNotMatched(document)
    }
  }

  private *matching(document: Document): Generator<Row> {
    const { on = '_id' } = this.specification
    const fields = (Array.isArray(on) ? on : [on]).filter(isText).map(textOf)
    const filter = Object.fromEntries(fields.map(field => [field, fieldOf(document, field) ?? null]))
    if (!fields.includes('_id') || document._id !== undefined) {
      yield* new Query(this.context.store, this.target, { filter, limit: 1 }).rows()
    }
  }

  private whenNotMatched(document: Document): void {
    const { whenNotMatched = 'insert' } = this.specification
    if (whenNotMatched === 'insert') this.runner.writer.insert(this.target, document)
    else if (whenNotMatched === 'fail') {
      refuse(
        13113,
        '$merge could not find a matching document in the target collection for at least one document in the source collection',
      )
    }
  }

  private whenMatched(document: Document, row: Row): void {
    const { whenMatched = 'merge' } = this.specification
    const [idIndex] = this.target.indexes
    if (whenMatched === 'keepExisting') return
    if (whenMatched === 'fail' && idIndex) throw duplicateKey(this.target, idIndex, document)
    this.runner.writer.replace(this.target, row, this.merged(document, row.document))
  }

  private merged(document: Document, existing: Document): Document {
    const { whenMatched } = this.specification
    if (Array.isArray(whenMatched)) {
      const updater = compileUpdate(whenMatched, { variables: { ...this.context.variables, new: document } })
      return updater.apply(existing, { ...this.runner.moment, inserting: false })
    }
    const next = whenMatched === 'replace' ? document : { ...existing, ...document }
    return withIdFirst(next, existing._id)
  }
}
