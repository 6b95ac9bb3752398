/** Views: read-only collections that are computed, a pipeline over a collection or another view of the same database. */
import type { Document, Value } from '../bson/value.js'
import { isDocument, isText, textOf } from '../bson/value.js'
import { assertNamespace } from './collection.js'

export interface View {
  database: string
  name: string
  namespace: string
  /** Need not exist. */
  on: string
  pipeline: Document[]
  collation: Document | undefined
}

export interface ViewDefinition {
  on: string
  pipeline: Document[]
  collation: Document | undefined
}

export function makeView(database: string, name: string, definition: ViewDefinition): View {
  assertNamespace(database, name)
  return { database, name, namespace: `${database}.${name}`, ...definition }
}

/** What is stored, and what `listCollections` shows as options. */
export const viewOptions = ({ on, pipeline, collation }: ViewDefinition): Document => ({
  viewOn: on,
  pipeline,
  ...(collation ? { collation } : {}),
})

/** Undefined when the stored metadata is that of a collection. */
export function viewDefinitionIn({ viewOn, pipeline, collation }: Document): ViewDefinition | undefined {
  if (!isText(viewOn)) return undefined
  return {
    on: textOf(viewOn),
    pipeline: documentsIn(pipeline),
    collation: isDocument(collation) ? collation : undefined,
  }
}

const documentsIn = (list: Value): Document[] => (Array.isArray(list) ? list.filter(isDocument) : [])
