/** The options of `create` and `collMod` as they are stored and listed: checked, in a fixed order. */
import { parseCollation } from '../bson/collation.js'
import { typeName } from '../bson/type-names.js'
import { type Document, isDocument, isNullish, isText, textOf, type Value } from '../bson/value.js'
import { refuse, refuseUnsupported } from '../mongo-error.js'
import { compileFilter } from '../query/filter.js'

const UNSUPPORTED = [
  'timeseries',
  'clusteredIndex',
  'encryptedFields',
  'storageEngine',
  'indexOptionDefaults',
]
const LEVELS = ['off', 'strict', 'moderate']
const ACTIONS = ['error', 'warn']

/** What `create` says about a collection. Refuses kinds of collection this server does not have. */
export function normalizeOptions(command: Document): Document {
  const unsupported = UNSUPPORTED.find(option => command[option] !== undefined)
  if (unsupported) refuseUnsupported(`the collection option '${unsupported}'`)
  if (command.capped === true) refuseUnsupported("the collection option 'capped'")
  const collation = parseCollation(command.collation)
  return { ...(collation ? { collation } : {}), ...validationOptions(command, {}) }
}

/** `current` with the validation that `command` asks for; an empty validator takes it away. */
export function withValidation(command: Document, current: Document): Document {
  const { validator: _, validationLevel: __, validationAction: ___, ...others } = current
  return { ...others, ...validationOptions(command, current) }
}

function validationOptions(command: Document, current: Document): Document {
  const validator = command.validator ?? current.validator
  const level = oneOf(
    'validationLevel',
    command.validationLevel ?? current.validationLevel ?? 'strict',
    LEVELS,
  )
  const action = oneOf(
    'validationAction',
    command.validationAction ?? current.validationAction ?? 'error',
    ACTIONS,
  )
  const isAsked = ['validator', 'validationLevel', 'validationAction'].some(name => !isNullish(command[name]))
  if (isNullish(validator)) return isAsked ? { validationLevel: level, validationAction: action } : {}
  if (!isDocument(validator)) {
    return refuse(
      'TypeMismatch',
      `BSON field 'validator' is the wrong type '${typeName(validator)}', expected type 'object'`,
    )
  }
  compileFilter(validator)
  return { validator, validationLevel: level, validationAction: action }
}

function oneOf(field: string, value: Value, allowed: string[]): string {
  const text = isText(value) ? textOf(value) : ''
  if (allowed.includes(text)) return text
  return refuse('BadValue', `Enumeration value '${text}' for field '${field}' is not a valid value.`)
}
