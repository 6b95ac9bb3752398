/**
 * mingo is some hundred small files. They are loaded with the first expression and not at the start of the server, which
 * for most tests and many towns never comes.
 */
import { createRequire } from 'node:module'
import type * as Aggregation from 'mingo/aggregator'
import type * as Core from 'mingo/core'
import type * as Accumulators from 'mingo/operators/accumulator'
import type * as Expressions from 'mingo/operators/expression'
import type * as Pipelines from 'mingo/operators/pipeline'
import type * as Projections from 'mingo/operators/projection'
import type * as Queries from 'mingo/operators/query'
import type * as Windows from 'mingo/operators/window'

export interface MingoModules {
  core: typeof Core
  aggregation: typeof Aggregation
  accumulators: typeof Accumulators
  expressions: typeof Expressions
  pipelines: typeof Pipelines
  projections: typeof Projections
  queries: typeof Queries
  windows: typeof Windows
}

const load = createRequire(import.meta.url)

export const loadMingo = (): MingoModules => ({
  core: load('mingo/core'),
  aggregation: load('mingo/aggregator'),
  accumulators: load('mingo/operators/accumulator'),
  expressions: load('mingo/operators/expression'),
  pipelines: load('mingo/operators/pipeline'),
  projections: load('mingo/operators/projection'),
  queries: load('mingo/operators/query'),
  windows: load('mingo/operators/window'),
})
