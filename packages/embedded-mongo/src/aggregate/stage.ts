/** Pipelines as they arrive: lists of documents with exactly one operator each. */
import { type Document, isDocument, type Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'

export interface Stage {
  name: string
  argument: Value
  specification: Document
}

export function parsePipeline(pipeline: Value): Stage[] {
  if (!Array.isArray(pipeline)) refuse('TypeMismatch', "'pipeline' option must be specified as an array")
  return pipeline.map(parseStage)
}

function parseStage(specification: Value): Stage {
  const names = isDocument(specification) ? Object.keys(specification) : []
  const [name] = names
  if (!isDocument(specification) || name === undefined || names.length > 1) {
    refuse(40323, 'A pipeline stage specification object must contain exactly one field.')
  }
  return { name, argument: specification[name], specification }
}
