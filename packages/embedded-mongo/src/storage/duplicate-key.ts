/** The E11000 error, whose text and fields applications and mongoose plugins read. */
import { ObjectId } from 'bson'
import { type Document, fieldOf, isDocument, isText, textOf, type Value } from '../bson/value.js'
import { ERROR_CODE, MongoError } from '../mongo-error.js'
import type { Collection, Index } from './collection.js'

export function duplicateKey(collection: Collection, index: Index, document: Document): MongoError {
  const keyValue: Document = Object.fromEntries(
    index.fields.map(({ name, path }) => [name, valueAt(document, path) ?? null]),
  )
  const shown = Object.entries(keyValue).map(([name, value]) => `${name}: ${show(value)}`)
  const message = `E11000 duplicate key error collection: ${collection.namespace} index: ${index.name} dup key: { ${shown.join(', ')} }`
  const collation: Document = index.collation ? { collation: index.collation } : {}
  return new MongoError(ERROR_CODE.DuplicateKey, message, { keyPattern: index.key, keyValue, ...collation })
}

function valueAt(document: Document, path: string[]): Value {
  let value: Value = document
  for (const part of path) value = isDocument(value) ? fieldOf(value, part) : undefined
  return value
}

function show(value: Value): string {
  if (isText(value)) return JSON.stringify(textOf(value))
  if (value instanceof Date) return `new Date(${value.getTime()})`
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`
  if (Array.isArray(value)) return `[ ${value.map(show).join(', ')} ]`
  if (!isDocument(value)) return String(value ?? null)
  return `{ ${Object.entries(value)
    .map(([name, inner]) => `${name}: ${show(inner)}`)
    .join(', ')} }`
}
