/** Updates of all three kinds (operators, replacement, pipeline) as functions from a document to its next version. */
import { runUpdatePipeline } from '../aggregate/update-pipeline.js'
import { equalValues } from '../bson/compare.js'
import { cloneDocument, type Document, fieldOf, isDocument, type Value, withIdFirst } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import { isFieldName, type MatchPosition } from '../query/filter.js'
import type { UpdateMoment } from './field-modifiers.js'
import { compileOperatorUpdate, type UpdateOptions } from './operator-update.js'

export interface UpdateContext extends UpdateMoment {
  /** The document is being upserted. */
  inserting: boolean
  position?: MatchPosition
}

export interface Updater {
  kind: 'operators' | 'replacement' | 'pipeline'
  /** Gives a new document and never changes its argument. */
  apply(document: Document, context: UpdateContext): Document
}

export function compileUpdate(update: Value, options: UpdateOptions = {}): Updater {
  if (Array.isArray(update)) return pipelineUpdater(update, options)
  if (!isDocument(update))
    return refuse('FailedToParse', 'Update argument must be either an object or an array')
  const names = Object.keys(update)
  const [first] = names
  if (first !== undefined && !isFieldName(first)) return compileOperatorUpdate(update, options)
  const misplaced = names.find(name => !isFieldName(name))
  if (misplaced) {
    refuse(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${misplaced}' in '${misplaced}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
    )
  }
  return { kind: 'replacement', apply: document => replaced(document, update) }
}

function replaced(document: Document, replacement: Document): Document {
  const id = fieldOf(document, '_id') ?? fieldOf(replacement, '_id')
  const next = fieldOf(replacement, '_id')
  if (next !== undefined && !equalValues(id, next)) {
    refuse(
      'ImmutableField',
      `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${String(next)}`,
    )
  }
  return id === undefined ? cloneDocument(replacement) : withIdFirst(cloneDocument(replacement), id)
}

function pipelineUpdater(stages: Value[], options: UpdateOptions): Updater {
  const pipeline = stages.map(stage =>
    isDocument(stage)
      ? stage
      : refuse('TypeMismatch', "Each element of the 'pipeline' array must be an object"),
  )
  return {
    kind: 'pipeline',
    apply: document => {
      const id = fieldOf(document, '_id')
      const result = runUpdatePipeline(document, pipeline, options.variables)
      if (id === undefined) return result
      if (result._id !== undefined && !equalValues(id, result._id)) {
        refuse(
          'ImmutableField',
          `Performing an update on the path '_id' would modify the immutable field '_id'`,
        )
      }
      return withIdFirst(result, id)
    },
  }
}
