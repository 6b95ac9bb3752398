/** `aggregate`, with `$out` and `$merge` as its writing ends, and `explain`. */
import { Int32 } from 'bson'
import { splitLeadingQuery } from '../aggregate/leading-query.js'
import { runAggregate } from '../aggregate/pipeline.js'
import { parsePipeline } from '../aggregate/stage.js'
import { type Source, sourceCollation, sourceOf } from '../aggregate/view-source.js'
import { fromNumber } from '../bson/numbers.js'
import { type Document, isDocument, isText, type Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import { explainAccess } from '../query/explain.js'
import { Query, type QueryRequest } from '../query/query.js'
import { collectionName, countOr, documentList, documentOr, textOr, validationOf } from './arguments.js'
import type { CommandHandler, CommandTable } from './command.js'
import { DEFAULT_BATCH } from './cursors.js'
import { findRequest } from './reading.js'
import { pipelineContext, queryStages } from './sources.js'
import { isWritingStage, writeResults } from './writing-stages.js'

const WITHOUT_COLLECTION = new Set(['$documents', '$changeStream', '$currentOp', '$listLocalSessions'])

const aggregate: CommandHandler = (command, { engine, database }) => {
  const stages = parsePipeline(command.pipeline)
  if (!isDocument(command.cursor)) {
    refuse('FailedToParse', "The 'cursor' option is required, except for aggregate with the explain argument")
  }
  const name = isText(command.aggregate) ? collectionName(command, 'aggregate') : undefined
  const namespace = `${database}.${name ?? '$cmd.aggregate'}`
  if (name === undefined) assertNeedsNoCollection(stages[0]?.name ?? '')
  const pipeline = documentList(command, 'pipeline')
  const run = (stages: Document[]) => {
    const source = name === undefined ? NO_SOURCE : sourceOf(engine.catalog, database, name)
    const context = pipelineContext(command, { engine, database }, source)
    return { context, documents: runAggregate(context, source.collection, [...source.stages, ...stages]) }
  }
  const last = stages.at(-1)
  if (last && isWritingStage(last)) {
    assertWritableConcern(command, last.name)
    return engine.write(runner => {
      const { context, documents } = run(pipeline.slice(0, -1))
      writeResults(context, runner, [...documents], last)
      return engine.cursors.open({ namespace, documents: [][Symbol.iterator](), size: 1 })
    }, validationOf(command))
  }
  const { documents } = run(pipeline)
  const size = countOr(documentOr(command, 'cursor', {}), 'batchSize', DEFAULT_BATCH)
  return engine.cursors.open({ namespace, documents, size })
}

function assertWritableConcern({ readConcern }: Document, stage: string): void {
  if (!isDocument(readConcern) || readConcern.level !== 'linearizable') return
  refuse('InvalidOptions', `${stage} cannot be used with a 'linearizable' read concern`)
}

function assertNeedsNoCollection(stage: string): void {
  if (WITHOUT_COLLECTION.has(stage)) return
  refuse('InvalidNamespace', `{aggregate: 1} is not valid for '${stage}'; a collection is required.`)
}

const NO_SOURCE: Source = { collection: undefined, stages: [], view: undefined }

const explain: CommandHandler = (command, { engine, database }) => {
  const inner = documentOr(command, 'explain', {})
  const [operation = ''] = Object.keys(inner)
  const name = collectionName(inner, operation)
  const source = WRITES.has(operation)
    ? { ...NO_SOURCE, collection: engine.catalog.findStored(database, name) }
    : sourceOf(engine.catalog, database, name)
  const { collection } = source
  const request = explainedRequest(operation, inner, source)
  const queryPlanner = { namespace: `${database}.${name}`, parsedQuery: request.filter, rejectedPlans: [] }
  if (!collection) return { queryPlanner: { ...queryPlanner, winningPlan: { stage: 'EOF' } } }
  const query = new Query(engine.store, collection, request)
  const winningPlan = explainAccess(query.plan)
  const reply: Document = { explainVersion: '1', queryPlanner: { ...queryPlanner, winningPlan } }
  if (textOr(command, 'verbosity', 'allPlansExecution') === 'queryPlanner') return reply
  return { ...reply, executionStats: executionStats(query, winningPlan) }
}

function executionStats(query: Query, executionStages: Document): Document {
  const returned = [...query.results()].length
  return {
    executionSuccess: true,
    nReturned: fromNumber(returned),
    executionTimeMillis: new Int32(0),
    totalKeysExamined: fromNumber(query.examined.keys),
    totalDocsExamined: fromNumber(query.examined.documents),
    executionStages,
  }
}

const WRITES = new Set(['update', 'delete', 'findAndModify'])

/** The query inside the command that is explained; of a view, the part that its collection answers. */
function explainedRequest(operation: string, command: Document, source: Source): QueryRequest {
  const request = requestIn(operation, command)
  if (!source.view) return request
  const stages = operation === 'aggregate' ? documentList(command, 'pipeline') : queryStages(request)
  return leadingRequest([...source.stages, ...stages], command, sourceCollation(source, command.collation))
}

const leadingRequest = (pipeline: Document[], { hint }: Document, collation: Value): QueryRequest =>
  splitLeadingQuery(parsePipeline(pipeline), { hint, collation }).request

function requestIn(operation: string, command: Document): QueryRequest {
  switch (operation) {
    case 'find':
      return findRequest(command)
    case 'aggregate':
      return leadingRequest(documentList(command, 'pipeline'), command, command.collation)
    case 'update':
    case 'delete': {
      const [statement = {}] = documentList(command, operation === 'update' ? 'updates' : 'deletes')
      return { filter: documentOr(statement, 'q', {}), hint: statement.hint, collation: statement.collation }
    }
    default:
      return { filter: documentOr(command, 'query', {}), hint: command.hint, collation: command.collation }
  }
}

export const AGGREGATING: CommandTable = { aggregate, explain }
