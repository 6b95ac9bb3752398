/** `collMod`: a collection's validation, and of an index its time to live and whether queries see it. */
import { type Document, isDocument, isNullish, isNumber, isText, textOf } from '../bson/value.js'
import { refuse, refuseUnsupported } from '../mongo-error.js'
import type { Catalog } from '../storage/catalog.js'
import { type Collection, ID_INDEX, type Index } from '../storage/collection.js'
import { withValidation } from '../storage/collection-options.js'
import { sameKeyPattern } from '../storage/index-specification.js'
import { collectionName, flag, optionalDocument } from './arguments.js'
import type { CommandHandler, CommandTable } from './command.js'

/** Fields that say something about the command and nothing to it. */
const GENERIC = new Set([
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'comment',
  'maxTimeMS',
  'writeConcern',
])
const VALIDATION = new Set(['validator', 'validationLevel', 'validationAction'])
const UNSUPPORTED = new Set([
  'viewOn',
  'pipeline',
  'expireAfterSeconds',
  'timeseries',
  'changeStreamPreAndPostImages',
  'cappedSize',
  'cappedMax',
  'recordPreImages',
])
const INDEX_CHANGES = new Set(['name', 'keyPattern', 'expireAfterSeconds', 'hidden'])
const UNSUPPORTED_INDEX_CHANGES = new Set(['unique', 'prepareUnique'])

const collMod: CommandHandler = (command, { engine, database }) => {
  const name = collectionName(command, 'collMod')
  const { collMod: _, index: __, ...fields } = command
  assertKnown(
    'collMod',
    Object.keys(fields).filter(field => !GENERIC.has(field)),
    VALIDATION,
    UNSUPPORTED,
  )
  const change = optionalDocument(command, 'index')
  assertKnown('collMod.index', Object.keys(change ?? {}), INDEX_CHANGES, UNSUPPORTED_INDEX_CHANGES)
  return engine.write(() => {
    const { catalog } = engine
    const collection = catalog.findStored(database, name)
    if (!collection) return refuse('NamespaceNotFound', `ns does not exist: ${database}.${name}`)
    // Everything that can be refused comes first.
    const options = withValidation(command, collection.options)
    const reply = change ? changeIndex(catalog, collection, change) : {}
    catalog.setOptions(collection, options)
    return reply
  })
}

function assertKnown(where: string, fields: string[], known: Set<string>, unsupported: Set<string>): void {
  for (const field of fields) {
    if (unsupported.has(field)) refuseUnsupported(`'${where}.${field}'`)
    if (!known.has(field)) refuse('IDLUnknownField', `BSON field '${where}.${field}' is an unknown field.`)
  }
}

function changeIndex(catalog: Catalog, collection: Collection, change: Document): Document {
  const index = indexIn(collection, change)
  const specification = { ...index.specification }
  const reply: Document = {}
  if (!isNullish(change.expireAfterSeconds)) Object.assign(reply, changeExpiry(index, specification, change))
  if (!isNullish(change.hidden)) Object.assign(reply, changeVisibility(index, specification, change))
  if (Object.keys(reply).length === 0 && isNullish(change.expireAfterSeconds) && isNullish(change.hidden)) {
    refuse('InvalidOptions', 'no expireAfterSeconds or hidden field')
  }
  catalog.respecify(collection, index, specification)
  return reply
}

function indexIn({ indexes, namespace }: Collection, { name, keyPattern }: Document): Index {
  if (isNullish(name) === isNullish(keyPattern)) {
    refuse('InvalidOptions', 'Must specify exactly one of an index name or key pattern.')
  }
  const index = indexes.find(({ name: own, key }) =>
    isText(name) ? own === textOf(name) : isDocument(keyPattern) && sameKeyPattern(key, keyPattern),
  )
  return index ?? refuse('IndexNotFound', `cannot find index for ns ${namespace}`)
}

function changeExpiry(
  index: Index,
  specification: Document,
  { expireAfterSeconds: seconds }: Document,
): Document {
  if (!isNumber(seconds)) return refuse('TypeMismatch', 'expireAfterSeconds field must be a number')
  if (index.fields.length !== 1 || index.name === ID_INDEX) {
    refuse('InvalidOptions', 'TTL indexes are single-field indexes, compound indexes do not support TTL')
  }
  const { expireAfterSeconds: old } = specification
  specification.expireAfterSeconds = seconds
  return { ...(isNumber(old) ? { expireAfterSeconds_old: old } : {}), expireAfterSeconds_new: seconds }
}

function changeVisibility(index: Index, specification: Document, change: Document): Document {
  if (index.name === ID_INDEX) refuse('BadValue', "can't hide _id index")
  const hidden = flag(change, 'hidden')
  if (hidden === index.hidden) return {}
  if (hidden) specification.hidden = true
  else delete specification.hidden
  return { hidden_old: index.hidden, hidden_new: hidden }
}

export const COLLECTION_CHANGES: CommandTable = { collMod }
