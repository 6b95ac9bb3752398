/** Updates given as a pipeline: a handful of stages, on one document. */
import type { Document } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import { plainExpression, plainVariables } from './expression.js'
import { runPlainStages } from './mingo.js'
import { fromPlainDocument, restoreDocumentTypes, toPlainDocument } from './plain-values.js'

const STAGES = new Set(['$set', '$addFields', '$unset', '$project', '$replaceRoot', '$replaceWith'])

export function runUpdatePipeline(
  document: Document,
  pipeline: Document[],
  variables: Document | undefined,
): Document {
  const stages = pipeline.map(stage => {
    const [name = ''] = Object.keys(stage)
    if (!STAGES.has(name)) refuse('InvalidOptions', `${name} is not allowed to be used within an update`)
    return { [name]: plainExpression(stage[name]) }
  })
  const [result = {}] = runPlainStages([toPlainDocument(document)], stages, {
    variables: plainVariables(variables),
    readCollection: () => [],
  })
  return restoreDocumentTypes(fromPlainDocument(result), document)
}
