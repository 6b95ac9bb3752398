/** The stages at the head of a pipeline that are a query in disguise: they run through the planner and its indexes. */
import { numberOr } from '../bson/numbers.js'
import { type Document, isDocument, isNumber } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import type { QueryRequest } from '../query/query.js'
import type { Stage } from './stage.js'

export interface LeadingQuery {
  request: QueryRequest
  rest: Stage[]
}

/** Takes `$match`*, `$sort`, `$skip`, `$limit` in this order, as far as they go. */
export function splitLeadingQuery(pipeline: Stage[], base: Omit<QueryRequest, 'filter'>): LeadingQuery {
  const request: QueryRequest = { ...base, filter: {} }
  const filters: Document[] = []
  let taken = 0
  for (const stage of pipeline) {
    if (!takeStage(stage, request, filters)) break
    taken++
  }
  const [only] = filters
  request.filter = filters.length > 1 ? { $and: filters } : (only ?? {})
  return { request, rest: pipeline.slice(taken) }
}

function takeStage({ name, argument }: Stage, request: QueryRequest, filters: Document[]): boolean {
  const unlimited = request.skip === undefined && request.limit === undefined
  switch (name) {
    case '$match':
      if (!isDocument(argument)) return refuse(15959, 'the match filter must be an expression in an object')
      if (request.sort || !unlimited) return false
      filters.push(argument)
      return true
    case '$sort':
      if (!isDocument(argument)) return refuse(15973, 'the $sort key specification must be an object')
      if (request.sort || !unlimited) return false
      request.sort = argument
      return true
    case '$skip':
      if (!unlimited) return false
      request.skip = countArgument(name, argument)
      return true
    case '$limit':
      if (request.limit !== undefined) return false
      request.limit = countArgument(name, argument)
      return true
    default:
      return false
  }
}

/** The number of `$skip` (at least 0) and `$limit` (at least 1). */
export function countArgument(name: string, argument: Stage['argument']): number {
  const count = numberOr(argument, -1)
  if (!isNumber(argument) || !Number.isInteger(count))
    refuse(15957, `the ${name} must be specified as a number`)
  if (name === '$limit' && count <= 0) refuse(15958, 'the limit must be positive')
  if (count < 0) refuse(15956, 'Argument to $skip cannot be negative')
  return count
}
