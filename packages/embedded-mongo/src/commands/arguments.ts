/** Reading the fields of a command: the border where a wrong type becomes MongoDB's TypeMismatch. */
import { parseVariables } from '../aggregate/expression.js'
import { numberOr } from '../bson/numbers.js'
import { typeName } from '../bson/type-names.js'
import { type Document, isDocument, isNullish, isNumber, isText, textOf, type Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import type { Validation } from '../storage/validator.js'

function refuseType(name: string, value: Value, expected: string): never {
  refuse(
    'TypeMismatch',
    `BSON field '${name}' is the wrong type '${typeName(value)}', expected type '${expected}'`,
  )
}

/** The command's first field names its collection. */
export function collectionName(command: Document, field: string): string {
  const name = command[field]
  if (!isText(name) || textOf(name) === '') {
    refuse('InvalidNamespace', `Invalid namespace specified: '${String(name)}' is not a collection name`)
  }
  return textOf(name)
}

export function optionalDocument(command: Document, name: string): Document | undefined {
  const value = command[name]
  if (isNullish(value)) return undefined
  return isDocument(value) ? value : refuseType(name, value, 'object')
}

export const documentOr = (command: Document, name: string, fallback: Document): Document =>
  optionalDocument(command, name) ?? fallback

export function documentList(command: Document, name: string): Document[] {
  const value = command[name]
  if (!Array.isArray(value)) return refuseType(name, value, 'array')
  return value.map((element, i) =>
    isDocument(element) ? element : refuseType(`${name}.${i}`, element, 'object'),
  )
}

/** A whole number, `fallback` where there is none. */
export function integerOr(command: Document, name: string, fallback: number): number {
  const value = command[name]
  if (isNullish(value)) return fallback
  const number = numberOr(value, Number.NaN)
  return Number.isNaN(number) ? refuseType(name, value, 'int') : Math.trunc(number)
}

/** As `integerOr`; refuses negative numbers. */
export function countOr(command: Document, name: string, fallback: number): number {
  const count = integerOr(command, name, fallback)
  if (count < 0) refuse(51024, `BSON field '${name}' value must be >= 0, actual value '${count}'`)
  return count
}

export function textOr(command: Document, name: string, fallback: string): string {
  const value = command[name]
  if (isNullish(value)) return fallback
  return isText(value) ? textOf(value) : refuseType(name, value, 'string')
}

/** True for `true` and for numbers other than 0. */
export const flag = (command: Document, name: string): boolean => {
  const value = command[name]
  return value === true || (isNumber(value) && numberOr(value, 0) !== 0)
}

/** Of a command that writes documents. */
export const validationOf = (command: Document): Validation =>
  flag(command, 'bypassDocumentValidation') ? 'bypassed' : 'enforced'

export const variablesOf = (command: Document): Document | undefined => parseVariables(command.let)

export const MAX_WRITES = 100_000

/** The statements of a write command. */
export function statements(command: Document, name: string): Document[] {
  const list = documentList(command, name)
  if (list.length === 0 || list.length > MAX_WRITES) {
    refuse(
      'InvalidOptions',
      `Write batch sizes must be between 1 and ${MAX_WRITES}. Got ${list.length} operations.`,
    )
  }
  return list
}
