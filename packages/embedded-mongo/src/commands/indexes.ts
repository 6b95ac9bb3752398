/** `createIndexes`, `dropIndexes`, `listIndexes`. */
import { Int32 } from 'bson'
import { equalValues } from '../bson/compare.js'
import { type Document, isDocument, isText, textOf, type Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import type { Catalog } from '../storage/catalog.js'
import { type Collection, ID_INDEX, type Index } from '../storage/collection.js'
import { normalizeIndex, sameIndexOptions, sameKeyPattern } from '../storage/index-specification.js'
import { collectionName, documentList } from './arguments.js'
import { listReply } from './collections.js'
import type { CommandHandler, CommandTable } from './command.js'
import type { StatementRunner } from './write-statements.js'

const MAX_INDEXES = 64

const createIndexes: CommandHandler = (command, { engine, database }) => {
  const name = collectionName(command, 'createIndexes')
  const specifications = documentList(command, 'indexes').map(normalizeIndex)
  if (specifications.length === 0) refuse('BadValue', 'Must specify at least one index to create')
  return engine.write(runner => {
    const isNew = !engine.catalog.findStored(database, name)
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
  return engine.write(() => {
    const existing =
      engine.catalog.findStored(database, name) ?? refuseNamespace(`ns not found ${database}.${name}`)
    const before = existing.indexes.length
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

const listIndexes: CommandHandler = (command, context) => {
  const name = collectionName(command, 'listIndexes')
  const namespace = `${context.database}.${name}`
  const collection = context.engine.catalog.findStored(context.database, name)
  if (!collection) return refuseNamespace(`ns does not exist: ${namespace}`)
  const specifications = collection.indexes.map(({ specification }) => specification)
  return listReply(specifications, namespace, command, context)
}

export const INDEXES: CommandTable = { createIndexes, dropIndexes, listIndexes }
