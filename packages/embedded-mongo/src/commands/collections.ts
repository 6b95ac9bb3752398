/** Commands on collections and databases. */
import { Int32, Long } from 'bson'
import { encode } from '../bson/codec.js'
import { equalValues } from '../bson/compare.js'
import type { Document } from '../bson/value.js'
import { refuse, refuseUnsupported } from '../mongo-error.js'
import { compileFilter } from '../query/filter.js'
import type { Collection } from '../storage/collection.js'
import { collectionName, documentOr, flag, integerOr } from './arguments.js'
import type { CommandContext, CommandHandler, CommandTable, CursorReply } from './command.js'
import { DEFAULT_BATCH } from './cursors.js'

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
  listCollections,
  listDatabases,
}
