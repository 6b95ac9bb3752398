/** `aggregate`, with `$out` and `$merge` as its writing ends, and `explain`. */
import { Int32 } from 'bson'
import { splitLeadingQuery } from '../aggregate/leading-query.js'
import { type PipelineContext, runAggregate } from '../aggregate/pipeline.js'
import { parsePipeline, type Stage } from '../aggregate/stage.js'
import { fromNumber } from '../bson/numbers.js'
import { type Document, isDocument, isText } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import { explainAccess } from '../query/explain.js'
import { Query, type QueryRequest } from '../query/query.js'
import { collectionName, countOr, documentList, documentOr, textOr, variablesOf } from './arguments.js'
import type { CommandContext, CommandHandler, CommandTable } from './command.js'
import { DEFAULT_BATCH } from './cursors.js'
import { findRequest } from './reading.js'
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
  const collection = name === undefined ? undefined : engine.catalog.find(database, name)
  const context = pipelineContext(command, { engine, database })
  const last = stages.at(-1)
  if (last && isWritingStage(last)) {
    const head = documentList(command, 'pipeline').slice(0, -1)
    return engine.write(runner => {
      writeResults(context, runner, [...runAggregate(context, collection, head)], last)
      return engine.cursors.open({ namespace, documents: [][Symbol.iterator](), size: 1 })
    })
  }
  const documents = runAggregate(context, collection, command.pipeline)
  const size = countOr(documentOr(command, 'cursor', {}), 'batchSize', DEFAULT_BATCH)
  return engine.cursors.open({ namespace, documents, size })
}

function assertNeedsNoCollection(stage: string): void {
  if (WITHOUT_COLLECTION.has(stage)) return
  refuse('InvalidNamespace', `{aggregate: 1} is not valid for '${stage}'; a collection is required.`)
}

const pipelineContext = (command: Document, { engine, database }: CommandContext): PipelineContext => ({
  store: engine.store,
  catalog: engine.catalog,
  database,
  collation: command.collation,
  hint: command.hint,
  variables: variablesOf(command),
  session: command.lsid,
})

const explain: CommandHandler = (command, { engine, database }) => {
  const inner = documentOr(command, 'explain', {})
  const [operation = ''] = Object.keys(inner)
  const name = collectionName(inner, operation)
  const collection = engine.catalog.find(database, name)
  const request = explainedRequest(operation, inner)
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

/** The query inside the command that is explained. */
function explainedRequest(operation: string, command: Document): QueryRequest {
  switch (operation) {
    case 'find':
      return findRequest(command)
    case 'aggregate':
      return splitLeadingQuery(explainedStages(command), { hint: command.hint, collation: command.collation })
        .request
    case 'update':
    case 'delete': {
      const [statement = {}] = documentList(command, operation === 'update' ? 'updates' : 'deletes')
      return { filter: documentOr(statement, 'q', {}), hint: statement.hint, collation: statement.collation }
    }
    default:
      return { filter: documentOr(command, 'query', {}), hint: command.hint, collation: command.collation }
  }
}

const explainedStages = (command: Document): Stage[] => parsePipeline(command.pipeline)

export const AGGREGATING: CommandTable = { aggregate, explain }
