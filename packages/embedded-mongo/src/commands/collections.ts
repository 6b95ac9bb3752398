/** Commands on collections, databases and indexes. */
import { Int32, Long } from 'bson'
import { encode } from '../bson/codec.js'
import { equalValues } from '../bson/compare.js'
import { type Document, isDocument, isText, textOf, type Value } from '../bson/value.js'
import { ERROR_CODE, MongoError, refuse, refuseUnsupported } from '../mongo-error.js'
import { compileFilter } from '../query/filter.js'
import type { Catalog } from '../storage/catalog.js'
import { type Collection, ID_INDEX, type Index } from '../storage/collection.js'
import { normalizeIndex, sameIndexOptions, sameKeyPattern } from '../storage/index-specification.js'
import { collectionName, documentList, documentOr, flag, integerOr } from './arguments.js'
import type { CommandContext, CommandHandler, CommandTable, CursorReply } from './command.js'
import { DEFAULT_BATCH } from './cursors.js'
import type { StatementRunner } from './write-statements.js'

const MAX_INDEXES = 64
const UNSUPPORTED_OPTIONS = [
  'capped',
  'timeseries',
  'viewOn',
  'validator',
  'clusteredIndex',
  'encryptedFields',
]

const create: CommandHandler = async (command, { engine, database }) => {
  const name = collectionName(command, 'create')
  const unsupported = UNSUPPORTED_OPTIONS.find(option =>
    option !== 'capped' ? command[option] !== undefined : flag(command, option),
  )
  if (unsupported) refuseUnsupported(`the collection option '${unsupported}'`)
  const options: Document = command.collation === undefined ? {} : { collation: command.collation }
  await engine.write(() => {
    const existing = engine.catalog.find(database, name)
    if (!existing) engine.catalog.create(database, name, options)
    else if (!equalValues(existing.options, options)) {
      refuse('NamespaceExists', `namespace ${existing.namespace} already exists, but with different options`)
    }
  })
  return {}
}

const drop: CommandHandler = (command, { engine, database }) => {
  const name = collectionName(command, 'drop')
  if (!engine.catalog.find(database, name)) return {}
  return engine.write((): Document => {
    const collection = engine.catalog.find(database, name)
    if (!collection) return {}
    engine.catalog.drop(collection)
    return { nIndexesWas: new Int32(collection.indexes.length), ns: collection.namespace }
  })
}

const dropDatabase: CommandHandler = (_command, { engine, database }) => {
  if (engine.catalog.list(database).length === 0) return {}
  return engine.write(() => {
    for (const collection of engine.catalog.list(database)) engine.catalog.drop(collection)
    return { dropped: database }
  })
}

const createIndexes: CommandHandler = (command, { engine, database }) => {
  const name = collectionName(command, 'createIndexes')
  const specifications = documentList(command, 'indexes').map(normalizeIndex)
  if (specifications.length === 0) refuse('BadValue', 'Must specify at least one index to create')
  return engine.write(runner => {
    const isNew = !engine.catalog.find(database, name)
    const collection = engine.catalog.findOrCreate(database, name)
    const before = collection.indexes.length
    addIndexes(collection, specifications, { catalog: engine.catalog, runner })
    const after = collection.indexes.length
    return {
      numIndexesBefore: new Int32(before),
      numIndexesAfter: new Int32(after),
      createdCollectionAutomatically: isNew,
      ...(before === after ? { note: 'all indexes already exist' } : {}),
    }
  })
}

/** All of them or none. */
function addIndexes(
  collection: Collection,
  specifications: Document[],
  { catalog, runner }: { catalog: Catalog; runner: StatementRunner },
): void {
  const added: Index[] = []
  try {
    for (const specification of specifications) {
      const inherited = withCollation(specification, collection)
      if (existingIndex(collection, inherited)) continue
      if (collection.indexes.length >= MAX_INDEXES) {
        refuse('CannotCreateIndex', `add index fails, too many indexes for ${collection.namespace}`)
      }
      const index = catalog.addIndex(collection, inherited)
      added.push(index)
      runner.writer.build(collection, index)
    }
  } catch (error) {
    for (const index of added) catalog.dropIndex(collection, index)
    throw error
  }
}

function withCollation(specification: Document, { options }: Collection): Document {
  const inherits = specification.collation === undefined && isDocument(options.collation)
  return inherits ? { ...specification, collation: options.collation } : specification
}

/** Refuses an index that contradicts one there is. */
function existingIndex(collection: Collection, specification: Document): Index | undefined {
  const name = isText(specification.name) ? textOf(specification.name) : ''
  const named = collection.indexes.find(index => index.name === name)
  if (named) {
    const same =
      sameKeyPattern(named.key, specification.key) && sameIndexOptions(named.specification, specification)
    if (same) return named
    refuse(
      'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${name}, existing index: ${named.name}`,
    )
  }
  const alike = collection.indexes.find(
    ({ key, specification: other }) =>
      sameKeyPattern(key, specification.key) &&
      equalValues(other.collation ?? null, specification.collation ?? null) &&
      equalValues(other.partialFilterExpression ?? null, specification.partialFilterExpression ?? null),
  )
  if (alike && alike.name !== ID_INDEX) {
    refuse('IndexOptionsConflict', `Index already exists with a different name: ${alike.name}`)
  }
  return alike
}

const dropIndexes: CommandHandler = (command, { engine, database }) => {
  const name = collectionName(command, 'dropIndexes')
  const existing = engine.catalog.find(database, name) ?? refuseNamespace(`ns not found ${database}.${name}`)
  const before = existing.indexes.length
  return engine.write(() => {
    for (const index of droppedIndexes(existing, command.index)) engine.catalog.dropIndex(existing, index)
    return { nIndexesWas: new Int32(before) }
  })
}

const refuseNamespace = (message: string): never => refuse('NamespaceNotFound', message)

function droppedIndexes({ indexes }: Collection, which: Value): Index[] {
  if (which === '*') return indexes.filter(({ name }) => name !== ID_INDEX)
  return (Array.isArray(which) ? which : [which]).map(one => {
    const index = indexes.find(({ name, key }) =>
      isText(one) ? name === textOf(one) : sameKeyPattern(key, one),
    )
    if (index?.name === ID_INDEX) refuse('InvalidOptions', 'cannot drop _id index')
    return (
      index ??
      refuse(
        'IndexNotFound',
        isText(one) ? `index not found with name [${textOf(one)}]` : "can't find index with key",
      )
    )
  })
}

function listReply(
  documents: Document[],
  namespace: string,
  command: Document,
  context: CommandContext,
): CursorReply {
  const size = integerOr(documentOr(command, 'cursor', {}), 'batchSize', DEFAULT_BATCH)
  return context.engine.cursors.open({ namespace, documents: documents.map(encode)[Symbol.iterator](), size })
}

const listIndexes: CommandHandler = (command, context) => {
  const name = collectionName(command, 'listIndexes')
  const namespace = `${context.database}.${name}`
  const collection = context.engine.catalog.find(context.database, name)
  if (!collection) throw new MongoError(ERROR_CODE.NamespaceNotFound, `ns does not exist: ${namespace}`)
  const specifications = collection.indexes.map(({ specification }) => specification)
  return listReply(specifications, namespace, command, context)
}

const listCollections: CommandHandler = (command, context) => {
  const matches = compileFilter(documentOr(command, 'filter', {}))
  const entries = context.engine.catalog
    .list(context.database)
    .map(describeCollection)
    .filter(entry => matches(entry))
  const shown = flag(command, 'nameOnly') ? entries.map(({ name, type }) => ({ name, type })) : entries
  return listReply(shown, `${context.database}.$cmd.listCollections`, command, context)
}

const describeCollection = ({ name, options, uuid, indexes }: Collection): Document => ({
  name,
  type: 'collection',
  options,
  info: { readOnly: false, uuid },
  idIndex: indexes[0]?.specification,
})

const listDatabases: CommandHandler = (command, { engine }) => {
  const matches = compileFilter(documentOr(command, 'filter', {}))
  const databases = engine.catalog
    .databases()
    .map(name => ({ name, sizeOnDisk: Long.fromNumber(0), empty: false }))
    .filter(entry => matches(entry))
  if (flag(command, 'nameOnly')) return { databases: databases.map(({ name }) => ({ name })) }
  return { databases, totalSize: Long.fromNumber(0), totalSizeMb: Long.fromNumber(0) }
}

export const COLLECTIONS: CommandTable = {
  create,
  drop,
  dropDatabase,
  createIndexes,
  dropIndexes,
  listIndexes,
  listCollections,
  listDatabases,
}
