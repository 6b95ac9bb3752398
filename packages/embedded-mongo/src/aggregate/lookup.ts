/** `$lookup`: for each document the matching ones of another collection; the equality uses that collection's indexes. */
import {
  cloneDocument,
  type Document,
  fieldOf,
  isDocument,
  isText,
  setField,
  textOf,
  type Value,
} from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import { walkPath } from '../query/path-walk.js'
import { evaluateExpression } from './expression.js'
import { nestedContext, Pipeline, type PipelineContext, runNested } from './pipeline.js'
import { parsePipeline, type Stage } from './stage.js'

export function lookup(documents: Document[], argument: Value, context: PipelineContext): Document[] {
  if (!isDocument(argument)) return refuse('FailedToParse', 'the $lookup specification must be an Object')
  const { from, as, pipeline = [] } = argument
  if (!isText(as)) return refuse('FailedToParse', "must specify 'as' field for a $lookup")
  const stages = parsePipeline(pipeline)
  return documents.map(document => {
    const variables = { ...context.variables, ...letVariables(document, argument.let, context) }
    const nested = { ...context, variables }
    const all = [...joinStages(document, argument), ...stages]
    const found = isText(from)
      ? runNested(nested, textOf(from), all)
      : new Pipeline(nestedContext(nested), undefined).process([], all)
    return withPath(document, textOf(as).split('.'), found)
  })
}

function letVariables(document: Document, expressions: Value, context: PipelineContext): Document {
  if (!isDocument(expressions)) return {}
  return Object.fromEntries(
    Object.entries(expressions).map(([name, expression]) => [
      name,
      evaluateExpression(document, expression, context.variables) ?? null,
    ]),
  )
}

/** Equality of `localField` and `foreignField`, before the pipeline; a missing local field equals null. */
function joinStages(document: Document, { localField, foreignField }: Document): Stage[] {
  if (localField === undefined) return []
  if (!isText(localField) || !isText(foreignField)) {
    return refuse(
      'FailedToParse',
      '$lookup requires both or neither of localField and foreignField to be strings',
    )
  }
  const values: Value[] = []
  walkPath(document, textOf(localField).split('.'), 'elements', value => {
    if (!Array.isArray(value)) values.push(value ?? null)
    return false
  })
  const argument: Document = { [textOf(foreignField)]: { $in: values } }
  return [{ name: '$match', argument, specification: { $match: argument } }]
}

function withPath(document: Document, [name = '', ...rest]: string[], value: Value): Document {
  const copy = { ...document }
  if (rest.length === 0) {
    setField(copy, name, value)
    return copy
  }
  const inner = fieldOf(copy, name)
  setField(copy, name, withPath(isDocument(inner) ? cloneDocument(inner) : {}, rest, value))
  return copy
}
