/** Commands on collections and databases. */
import { Int32, Long } from 'bson'
import { assertViewFits } from '../aggregate/view-source.js'
import { encode } from '../bson/codec.js'
import { parseCollation } from '../bson/collation.js'
import { equalValues } from '../bson/compare.js'
import type { Document } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import { compileFilter } from '../query/filter.js'
import type { Catalog } from '../storage/catalog.js'
import type { Collection } from '../storage/collection.js'
import { normalizeOptions } from '../storage/collection-options.js'
import { type View, type ViewDefinition, viewOptions } from '../storage/view.js'
import { collectionName, documentList, documentOr, flag, integerOr } from './arguments.js'
import type { CommandContext, CommandHandler, CommandTable, CursorReply } from './command.js'
import { DEFAULT_BATCH } from './cursors.js'
import { assertRuns } from './sources.js'

const create: CommandHandler = async (command, { engine, database }) => {
  const { catalog } = engine
  const name = collectionName(command, 'create')
  if (command.viewOn !== undefined) {
    const definition = viewDefinition(command)
    assertRuns(definition.pipeline, { engine, database })
    await engine.write(() => {
      if (isThere(catalog, { database, name, options: viewOptions(definition) })) return
      assertViewFits(catalog, database, name, definition)
      catalog.createView(database, name, definition)
    })
  } else {
    if (command.pipeline !== undefined)
      refuse('InvalidOptions', "'pipeline' requires 'viewOn' to also be specified")
    const options = normalizeOptions(command)
    await engine.write(() => {
      if (!isThere(catalog, { database, name, options })) catalog.create(database, name, options)
    })
  }
  return {}
}

/** Creating the same again is fine; the same name for something else is refused. */
function isThere(
  catalog: Catalog,
  { database, name, options }: { database: string; name: string; options: Document },
): boolean {
  const view = catalog.findView(database, name)
  const existing = view ? viewOptions(view) : catalog.find(database, name)?.options
  if (!existing) return false
  if (equalValues(existing, options)) return true
  return refuse('NamespaceExists', `namespace ${database}.${name} already exists, but with different options`)
}

const VALIDATION = ['validator', 'validationLevel', 'validationAction']

function viewDefinition(command: Document): ViewDefinition {
  const misplaced = VALIDATION.find(option => command[option] !== undefined)
  if (misplaced) refuse('InvalidOptions', `option not supported on a view: ${misplaced}`)
  return {
    on: collectionName(command, 'viewOn'),
    pipeline: command.pipeline === undefined ? [] : documentList(command, 'pipeline'),
    collation: parseCollation(command.collation),
  }
}

const drop: CommandHandler = (command, { engine, database }) => {
  const name = collectionName(command, 'drop')
  const { catalog } = engine
  if (!catalog.find(database, name) && !catalog.findView(database, name)) return {}
  return engine.write((): Document => {
    const view = catalog.findView(database, name)
    if (view) {
      catalog.dropView(view)
      return { ns: view.namespace }
    }
    const collection = catalog.find(database, name)
    if (!collection) return {}
    const nIndexesWas = new Int32(collection.indexes.length)
    catalog.drop(collection)
    return { nIndexesWas, ns: collection.namespace }
  })
}

const dropDatabase: CommandHandler = (_command, { engine, database }) => {
  const { catalog } = engine
  if (!catalog.databases().includes(database)) return {}
  return engine.write(() => {
    for (const collection of catalog.list(database)) catalog.drop(collection)
    for (const view of catalog.listViews(database)) catalog.dropView(view)
    return { dropped: database }
  })
}

export function listReply(
  documents: Document[],
  namespace: string,
  command: Document,
  context: CommandContext,
): CursorReply {
  const size = integerOr(documentOr(command, 'cursor', {}), 'batchSize', DEFAULT_BATCH)
  return context.engine.cursors.open({ namespace, documents: documents.map(encode)[Symbol.iterator](), size })
}

const listCollections: CommandHandler = (command, context) => {
  const matches = compileFilter(documentOr(command, 'filter', {}))
  const { catalog } = context.engine
  const collections = catalog.list(context.database).map(describeCollection)
  const views = catalog.listViews(context.database).map(describeView)
  const entries = [...collections, ...views].filter(entry => matches(entry))
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

const describeView = (view: View): Document => ({
  name: view.name,
  type: 'view',
  options: viewOptions(view),
  info: { readOnly: true },
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
  listCollections,
  listDatabases,
}
