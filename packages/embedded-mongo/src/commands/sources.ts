/** What the reading commands read: a collection by a query, or a view by the pipeline that says the same. */
import { Pipeline, type PipelineContext, runAggregate } from '../aggregate/pipeline.js'
import { parsePipeline } from '../aggregate/stage.js'
import { type Source, sourceCollation, sourceOf } from '../aggregate/view-source.js'
import { decode, encode } from '../bson/codec.js'
import { collatorFor, parseCollation } from '../bson/collation.js'
import type { Collation } from '../bson/compare.js'
import { fromNumber } from '../bson/numbers.js'
import { type Document, isDocument, isNumber, type Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import { compileProjection } from '../query/projection.js'
import { Query, type QueryRequest } from '../query/query.js'
import { variablesOf } from './arguments.js'
import type { CommandContext } from './command.js'

/** A query that is ready to run, once. */
export interface Reading {
  collation: Collation
  /** Projected and encoded. */
  results(): Iterator<Buffer>
  documents(): Iterable<Document>
  count(): number
}

export function prepareReading(
  command: Document,
  context: CommandContext,
  { name, request }: { name: string; request: QueryRequest },
): Reading {
  const source = sourceOf(context.engine.catalog, context.database, name)
  const { collection, view } = source
  if (collection && !view) return new QueryReading(new Query(context.engine.store, collection, request))
  if (view) assertProjectionOnView(request.projection)
  return new PipelineReading(source, request, pipelineContext(command, context, source))
}

class QueryReading implements Reading {
  constructor(private readonly query: Query) {}

  get collation(): Collation {
    return this.query.collation
  }

  results(): Iterator<Buffer> {
    return this.query.results()
  }

  *documents(): Generator<Document> {
    for (const { document } of this.query.rows()) yield document
  }

  count(): number {
    return this.query.count()
  }
}

/** Also of what does not exist: no documents, but a wrong filter is refused. */
class PipelineReading implements Reading {
  readonly collation: Collation

  constructor(
    private readonly source: Source,
    private readonly request: QueryRequest,
    private readonly context: PipelineContext,
  ) {
    this.collation = collatorFor(parseCollation(context.collation))
  }

  *results(): Generator<Buffer> {
    const { projection, variables } = this.request
    const project = compileProjection(projection, { collation: this.collation, variables })
    for (const document of this.documents()) yield encode(project ? project(document) : document)
  }

  *documents(): Generator<Document> {
    const { source, request, context } = this
    const pipeline = [...source.stages, ...queryStages(request)]
    for (const bytes of runAggregate(context, source.collection, pipeline)) yield decode(bytes)
  }

  count(): number {
    return [...this.documents()].length
  }
}

const NOT_ON_NOTHING = new Set(['$unionWith', '$documents', '$out', '$merge'])

/** Refuses a view's pipeline that could not run, by running it on nothing. */
export function assertRuns(pipeline: Document[], { engine, database }: CommandContext): void {
  const stages = parsePipeline(pipeline).filter(({ name }) => !NOT_ON_NOTHING.has(name))
  new Pipeline({ store: engine.store, catalog: engine.catalog, database }, undefined).process([], stages)
}

export function pipelineContext(
  command: Document,
  { engine, database }: CommandContext,
  source: Source,
): PipelineContext {
  return {
    store: engine.store,
    catalog: engine.catalog,
    database,
    collation: sourceCollation(source, command.collation),
    hint: command.hint,
    variables: variablesOf(command),
    session: command.lsid,
  }
}

/** A query without its projection as stages. */
export function queryStages({ filter, sort = {}, skip = 0, limit = 0 }: QueryRequest): Document[] {
  const stages: Document[] = []
  if (Object.keys(filter).length > 0) stages.push({ $match: filter })
  if (Object.keys(sort).length > 0) stages.push({ $sort: sort })
  if (skip > 0) stages.push({ $skip: fromNumber(skip) })
  if (limit > 0) stages.push({ $limit: fromNumber(limit) })
  return stages
}

/** MongoDB runs a query on a view as a pipeline, whose `$project` does not know the operators of `find` on arrays. */
function assertProjectionOnView(projection: Document | undefined): void {
  for (const [path, value] of Object.entries(projection ?? {})) {
    const operator = path.endsWith('.$') ? '$' : findOperatorIn(value)
    if (operator) refuse('InvalidPipelineOperator', `A query on a view cannot project by '${operator}'`)
  }
}

function findOperatorIn(value: Value): string | undefined {
  if (!isDocument(value)) return undefined
  if (value.$elemMatch !== undefined) return '$elemMatch'
  const { $slice: slice } = value
  const isOfFind = isNumber(slice) || (Array.isArray(slice) && isNumber(slice[0]))
  return isOfFind ? '$slice' : undefined
}
