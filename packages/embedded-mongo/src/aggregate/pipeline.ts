/**
 * Aggregation pipelines. The head runs as a query; `$match`, `$sort`, `$lookup` and other stages that compare values or read
 * collections run here; the computing stages run in mingo, neighbours together.
 */

import { encode } from '../bson/codec.js'
import { collatorFor, parseCollation } from '../bson/collation.js'
import type { Collation } from '../bson/compare.js'
import { fromNumber, numberOr } from '../bson/numbers.js'
import {
  type Document,
  isDocument,
  isNumber,
  isText,
  textOf,
  type Value,
  withIdFirst,
} from '../bson/value.js'
import { refuse, refuseUnsupported } from '../mongo-error.js'
import { compileFilter } from '../query/filter.js'
import { Query } from '../query/query.js'
import { parseSort, Sorter } from '../query/sort.js'
import type { Catalog } from '../storage/catalog.js'
import type { Collection } from '../storage/collection.js'
import type { Store } from '../storage/store.js'
import { evaluateExpression, plainExpression, plainVariables } from './expression.js'
import { countArgument, splitLeadingQuery } from './leading-query.js'
import { lookup } from './lookup.js'
import { runPlainStages } from './mingo.js'
import { fromPlainDocument, toPlainDocument } from './plain-values.js'
import { parsePipeline, type Stage } from './stage.js'
import { sourceOf } from './view-source.js'

export interface PipelineContext {
  store: Store
  catalog: Catalog
  database: string
  collation?: Value
  hint?: Value
  variables?: Document | undefined
  /** `lsid` of the command. */
  session?: Value
  /** How many pipelines are around this one. */
  depth?: number
}

const MAX_DEPTH = 20
const MINGO_STAGES = new Set([
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$densify',
  '$fill',
  '$graphLookup',
  '$group',
  '$project',
  '$redact',
  '$replaceRoot',
  '$replaceWith',
  '$sample',
  '$set',
  '$setWindowFields',
  '$sortByCount',
  '$unset',
  '$unwind',
])
const OUT_OF_SCOPE = new Set([
  '$geoNear',
  '$search',
  '$searchMeta',
  '$vectorSearch',
  '$listSearchIndexes',
  '$currentOp',
  '$collStats',
  '$indexStats',
])

/** The results of a pipeline as bytes; no collection means a pipeline on the database, such as `$documents`. */
export function* runAggregate(
  context: PipelineContext,
  collection: Collection | undefined,
  pipeline: Value,
): Generator<Buffer> {
  const stages = parsePipeline(pipeline)
  const { request, rest } = splitLeadingQuery(stages, context)
  if (collection && rest.length === 0) {
    yield* new Query(context.store, collection, request).results()
    return
  }
  const counter = collection && request.limit === undefined && !request.sort ? countingGroup(rest) : undefined
  if (counter && collection) {
    const count = new Query(context.store, collection, request).count() - (request.skip ?? 0)
    if (count > 0) yield encode({ _id: counter.id, [counter.field]: fromNumber(count) })
    return
  }
  for (const document of new Pipeline(context, collection).run(stages)) yield encode(document)
}

/** `countDocuments` of the driver: a group of everything that sums ones. It needs no documents, only their number. */
function countingGroup([stage, ...others]: Stage[]): { id: Value; field: string } | undefined {
  if (stage?.name !== '$group' || others.length > 0 || !isDocument(stage.argument)) return undefined
  const { _id, ...accumulators } = stage.argument
  const [field, ...more] = Object.keys(accumulators)
  const sum = field === undefined ? undefined : accumulators[field]
  if (field === undefined || more.length > 0 || !(isNumber(_id) || _id === null)) return undefined
  return isDocument(sum) && numberOr(sum.$sum, 0) === 1 ? { id: _id, field } : undefined
}

export class Pipeline {
  private readonly collation: Collation

  constructor(
    private readonly context: PipelineContext,
    private readonly collection: Collection | undefined,
  ) {
    if ((context.depth ?? 0) > MAX_DEPTH)
      refuse('MaxSubPipelineDepthExceeded', 'Maximum number of nested sub-pipelines exceeded. Limit is 20')
    this.collation = collatorFor(parseCollation(context.collation ?? collection?.options.collation))
  }

  run(stages: Stage[]): Document[] {
    if (!this.collection) return this.process([], stages)
    const { request, rest } = splitLeadingQuery(stages, this.context)
    const rows = new Query(this.context.store, this.collection, request).rows()
    return this.process(
      Array.from(rows, row => row.document),
      rest,
    )
  }

  process(documents: Document[], stages: Stage[]): Document[] {
    let current = documents
    for (let i = 0; i < stages.length; ) {
      const computing = mingoRun(stages, i)
      if (computing.length > 0) {
        current = this.compute(current, computing)
        i += computing.length
      } else {
        const stage = stages[i++]
        if (stage) current = this.stage(current, stage)
      }
    }
    return current
  }

  private stage(documents: Document[], { name, argument }: Stage): Document[] {
    switch (name) {
      case '$match':
        return documents.filter(this.filter(argument))
      case '$sort':
        return new Sorter(parseSort(isDocument(argument) ? argument : undefined), this.collation).sort(
          documents,
        )
      case '$skip':
        return documents.slice(countArgument(name, argument))
      case '$limit':
        return documents.slice(0, countArgument(name, argument))
      case '$count':
        return documents.length > 0 ? [{ [fieldArgument(name, argument)]: fromNumber(documents.length) }] : []
      case '$lookup':
        return lookup(documents, argument, this.context)
      case '$unionWith':
        return [...documents, ...this.unionWith(argument)]
      case '$facet':
        return [this.facet(documents, argument)]
      case '$documents':
        return this.documents(argument)
      case '$listLocalSessions':
        return this.sessions()
      case '$out':
      case '$merge':
        return refuse(40601, `${name} can only be the final stage in the pipeline`)
      case '$changeStream':
        return refuse(40573, 'The $changeStream stage is only supported on replica sets')
      default:
        if (OUT_OF_SCOPE.has(name)) return refuseUnsupported(name)
        return refuse(40324, `Unrecognized pipeline stage name: '${name}'`)
    }
  }

  /** Sessions leave nothing behind here, so the one that asks is the only one to list. */
  private sessions(): Document[] {
    const { session } = this.context
    return session === undefined ? [] : [{ _id: session, lastUse: new Date() }]
  }

  private filter(argument: Value): (document: Document) => boolean {
    if (!isDocument(argument)) refuse(15959, 'the match filter must be an expression in an object')
    const matches = compileFilter(argument, { collation: this.collation, variables: this.context.variables })
    return document => matches(document)
  }

  private compute(documents: Document[], stages: Stage[]): Document[] {
    const plainStages = stages.map(({ name, argument }) => ({ [name]: plainExpression(argument) }))
    const results = runPlainStages(documents.map(toPlainDocument), plainStages, {
      variables: plainVariables(this.context.variables),
      readCollection: name => runNested(this.context, name, []).map(toPlainDocument),
    })
    return results.map(result => withIdInFront(fromPlainDocument(result)))
  }

  private unionWith(argument: Value): Document[] {
    const { coll, pipeline } = isDocument(argument) ? argument : { coll: argument, pipeline: undefined }
    return runNested(this.context, fieldArgument('$unionWith', coll), parsePipeline(pipeline ?? []))
  }

  private facet(documents: Document[], argument: Value): Document {
    if (!isDocument(argument)) return refuse(40169, 'the $facet specification must be a non-empty object')
    const nested = new Pipeline(nestedContext(this.context), undefined)
    return Object.fromEntries(
      Object.entries(argument).map(([name, stages]) => [
        name,
        nested.process(documents, parsePipeline(stages)),
      ]),
    )
  }

  private documents(argument: Value): Document[] {
    const list = evaluateExpression({}, argument, this.context.variables)
    return Array.isArray(list) ? list.filter(isDocument) : []
  }
}

/** mingo puts fields it keeps after those it computes. */
const withIdInFront = (document: Document): Document =>
  document._id === undefined ? document : withIdFirst(document, document._id)

export const nestedContext = (context: PipelineContext): PipelineContext => ({
  ...context,
  hint: undefined,
  depth: (context.depth ?? 0) + 1,
})

/** Runs a pipeline on another collection or view of the same database; a missing one is empty. */
export function runNested(context: PipelineContext, name: string, stages: Stage[]): Document[] {
  const source = sourceOf(context.catalog, context.database, name)
  const all = [...parsePipeline(source.stages), ...stages]
  return new Pipeline(nestedContext(context), source.collection).run(all)
}

function mingoRun(stages: Stage[], from: number): Stage[] {
  const end = stages.findIndex((stage, i) => i >= from && !MINGO_STAGES.has(stage.name))
  return stages.slice(from, end < 0 ? stages.length : end)
}

function fieldArgument(name: string, argument: Value): string {
  return isText(argument) ? textOf(argument) : refuse(40156, `the ${name} field must be a non-empty string`)
}
