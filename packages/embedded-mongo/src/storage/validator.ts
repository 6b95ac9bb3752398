/**
 * Validators of collections: a filter that every document must match that is inserted or changed. The error says which
 * clauses failed, in the shape of MongoDB's `errInfo`.
 */
import { Int32 } from 'bson'
import { collatorFor, parseCollation } from '../bson/collation.js'
import { type Document, fieldOf, isDocument, type Value } from '../bson/value.js'
import { ERROR_CODE, MongoError } from '../mongo-error.js'
import { compileFilter, type FilterOptions, isFieldName, isOperatorDocument } from '../query/filter.js'

/** Whether a command's writes are checked: `bypassDocumentValidation`. */
export type Validation = 'enforced' | 'bypassed'

export interface Validator {
  /** Throws DocumentValidationFailure, or warns, as the collection's options say. */
  check(versions: DocumentVersions): void
}

export interface DocumentVersions {
  /** Undefined for a new document. */
  before?: Document | undefined
  after: Document
}

/** The validator in a collection's options, which `collection-options.ts` has checked. */
export function validatorIn(namespace: string, options: Document): Validator | undefined {
  const { validator: filter, validationLevel: level, validationAction: action } = options
  if (!isDocument(filter) || Object.keys(filter).length === 0 || level === 'off') return undefined
  const collation = { collation: collatorFor(parseCollation(options.collation)) }
  const matches = compileFilter(filter, collation)
  return {
    check({ before, after }) {
      if (matches(after)) return
      // Documents from before the validator may stay as wrong as they were.
      if (level === 'moderate' && before && !matches(before)) return
      if (action === 'warn') process.emitWarning(`${namespace}: a document fails validation`)
      else throw failure(after, failureDetails(filter, after, collation) ?? { specifiedAs: filter })
    },
  }
}

const failure = (document: Document, details: Document): MongoError =>
  new MongoError(ERROR_CODE.DocumentValidationFailure, 'Document failed validation', {
    errInfo: { failingDocumentId: fieldOf(document, '_id'), details },
  })

/** Which clauses of the filter the document does not match; undefined when it matches. */
function failureDetails(filter: Document, document: Document, options: FilterOptions): Document | undefined {
  if (compileFilter(filter, options)(document)) return undefined
  const clauses = clausesOf(filter)
  const [clause] = clauses
  if (clauses.length !== 1 || !clause)
    return { operatorName: '$and', ...failedClauses(clauses, document, options) }
  const [name = ''] = Object.keys(clause)
  const argument = fieldOf(clause, name)
  if ((name === '$and' || name === '$or') && Array.isArray(argument)) {
    return { operatorName: name, ...failedClauses(argument.filter(isDocument), document, options) }
  }
  return { operatorName: operatorIn(name, argument), specifiedAs: clause }
}

const failedClauses = (clauses: Document[], document: Document, options: FilterOptions): Document => ({
  clausesNotSatisfied: clauses.flatMap((clause, index) => {
    const details = failureDetails(clause, document, options)
    return details ? [{ index: new Int32(index), details }] : []
  }),
})

/** `{a: {$gt: 1, $lt: 5}, b: 2}` as three filters of one condition each. */
function clausesOf(filter: Document): Document[] {
  return Object.entries(filter).flatMap(([name, condition]): Document[] => {
    // A pattern and its options belong together.
    if (!isFieldName(name) || !isOperatorDocument(condition) || '$regex' in condition)
      return [{ [name]: condition }]
    return Object.entries(condition).map(([operator, argument]) => ({ [name]: { [operator]: argument } }))
  })
}

function operatorIn(name: string, condition: Value): string {
  if (!isFieldName(name)) return name
  return isOperatorDocument(condition) ? (Object.keys(condition)[0] ?? '$eq') : '$eq'
}
