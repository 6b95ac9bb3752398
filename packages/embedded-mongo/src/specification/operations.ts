/** The operations of specification tests as calls of the driver. */
import { isDeepStrictEqual } from 'node:util'
import type { Document } from 'bson'
import mongoose from 'mongoose'
import { type Entities, Unsupported } from './entities.js'
import { Mismatch } from './matcher.js'
import type { Operation } from './unified-format.js'

interface Call {
  /** The arguments that are options: all but those an operation has taken out. */
  arguments: Document
  object: string
  entities: Entities
}
type Perform = (call: Call) => Promise<unknown>

export function perform(operation: Operation, entities: Entities): Promise<unknown> {
  const run = OPERATIONS[operation.name]
  if (!run) throw new Unsupported(`operation ${operation.name}`)
  return run({ arguments: resolved(operation.arguments, entities), object: operation.object, entities })
}

/** Entities by name become entities; the driver spells `returnDocument` in lower case. */
function resolved(
  { session, returnDocument, readConcern, readPreference, ...others }: Document = {},
  entities: Entities,
): Document {
  return {
    ...others,
    ...(session ? { session: entities.session(session) } : {}),
    ...(returnDocument ? { returnDocument: String(returnDocument).toLowerCase() } : {}),
    ...(readConcern ? { readConcern } : {}),
    ...(readPreference
      ? { readPreference: mongoose.mongo.ReadPreference.fromOptions({ readPreference }) }
      : {}),
  }
}

const collectionOf = ({ entities, object }: Call) => entities.collection(object)
const databaseOf = ({ entities, object }: Call) => entities.database(object)

/** A verb that takes a filter, then options. */
const byFilter =
  (verb: 'deleteOne' | 'deleteMany' | 'countDocuments'): Perform =>
  async call => {
    const { filter, ...options } = call.arguments
    return collectionOf(call)[verb](filter, options)
  }

const byUpdate =
  (verb: 'updateOne' | 'updateMany' | 'findOneAndUpdate'): Perform =>
  async call => {
    const { filter, update, ...options } = call.arguments
    return collectionOf(call)[verb](filter, update, options)
  }

const byReplacement =
  (verb: 'replaceOne' | 'findOneAndReplace'): Perform =>
  async call => {
    const { filter, replacement, ...options } = call.arguments
    return collectionOf(call)[verb](filter, replacement, options)
  }

function isDatabase({ entities, object }: Call): boolean {
  return entities.all.get(object) instanceof mongoose.mongo.Db
}

/** The specification names operations of a bulk write by their key, the driver by a field. */
const namedModels = (models: Document[]): Document[] =>
  models.map(model => {
    const [name = ''] = Object.keys(model)
    return { name, ...model[name] }
  })

const OPERATIONS: Record<string, Perform> = {
  insertOne: async call => {
    const { document, ...options } = call.arguments
    return collectionOf(call).insertOne(document, options)
  },
  insertMany: async call => {
    const { documents, ...options } = call.arguments
    return collectionOf(call).insertMany(documents, options)
  },
  updateOne: byUpdate('updateOne'),
  updateMany: byUpdate('updateMany'),
  findOneAndUpdate: byUpdate('findOneAndUpdate'),
  replaceOne: byReplacement('replaceOne'),
  findOneAndReplace: byReplacement('findOneAndReplace'),
  deleteOne: byFilter('deleteOne'),
  deleteMany: byFilter('deleteMany'),
  findOneAndDelete: async call => {
    const { filter, ...options } = call.arguments
    return collectionOf(call).findOneAndDelete(filter, options)
  },
  findOne: async call => {
    const { filter, ...options } = call.arguments
    return collectionOf(call).findOne(filter, options)
  },
  countDocuments: byFilter('countDocuments'),
  count: async call => {
    const { filter, ...options } = call.arguments
    return collectionOf(call).count(filter, options)
  },
  estimatedDocumentCount: async call => collectionOf(call).estimatedDocumentCount(call.arguments),
  distinct: async call => {
    const { fieldName, filter, ...options } = call.arguments
    return collectionOf(call).distinct(fieldName, filter, options)
  },
  find: async call => {
    const { filter, ...options } = call.arguments
    return collectionOf(call).find(filter, options).toArray()
  },
  aggregate: async call => {
    const { pipeline, ...options } = call.arguments
    const target = isDatabase(call) ? databaseOf(call) : collectionOf(call)
    return target.aggregate(pipeline, options).toArray()
  },
  bulkWrite: async call => {
    const { requests, ...options } = call.arguments
    return collectionOf(call).bulkWrite(requests, options)
  },
  clientBulkWrite: async call => {
    const { models, ...options } = call.arguments
    return call.entities.client(call.object).bulkWrite(asClientModels(namedModels(models)), options)
  },
  createIndex: async call => {
    const { keys, ...options } = call.arguments
    return collectionOf(call).createIndex(keys, options)
  },
  dropIndex: async call => {
    const { name, ...options } = call.arguments
    return collectionOf(call).dropIndex(name, options)
  },
  listIndexes: async call => collectionOf(call).listIndexes(call.arguments).toArray(),
  createCollection: async call => {
    const { collection, ...options } = call.arguments
    return databaseOf(call).createCollection(collection, options)
  },
  modifyCollection: async call => {
    const { collection, ...options } = call.arguments
    return databaseOf(call).command({ collMod: collection, ...options })
  },
  dropCollection: async call => {
    const { collection, ...options } = call.arguments
    return databaseOf(call).dropCollection(collection, options)
  },
  listCollections: async call => {
    const { filter, ...options } = call.arguments
    return databaseOf(call).listCollections(filter, options).toArray()
  },
  runCommand: async call => {
    const { command, commandName: _, ...options } = call.arguments
    return databaseOf(call).command(command, options)
  },
  runCursorCommand: async call => commandCursor(call).toArray(),
  createCommandCursor: async call => commandCursor(call),
  iterateUntilDocumentOrError: async call => cursorOf(call).next(),
  iterateOnce: async call => cursorOf(call).tryNext(),
  close: async call => cursorOf(call).close(),
  failPoint: async ({ arguments: { client, failPoint }, entities }) =>
    entities.client(client).db('admin').command(failPoint),
  assertSameLsidOnLastTwoCommands: async ({ entities }) => {
    const [first, second] = entities.lastSessions.slice(-2)
    if (!isDeepStrictEqual(first, second)) throw new Mismatch('the last two commands had different sessions')
  },
  assertCollectionExists: async call => assertCollection(call, 1),
  assertCollectionNotExists: async call => assertCollection(call, 0),
}

// The shape of the models is what the tests are about; the driver validates them itself.
const asClientModels = (
  models: Document[],
): Parameters<InstanceType<typeof mongoose.mongo.MongoClient>['bulkWrite']>[0] => models as never

function commandCursor(call: Call) {
  const { command, commandName: _, batchSize, maxTimeMS, comment, ...options } = call.arguments
  const cursor = databaseOf(call).runCursorCommand(command, options)
  if (batchSize !== undefined) cursor.setBatchSize(batchSize)
  if (maxTimeMS !== undefined) cursor.setMaxTimeMS(maxTimeMS)
  if (comment !== undefined) cursor.setComment(comment)
  return cursor
}

function cursorOf({ entities, object }: Call) {
  const cursor = entities.all.get(object)
  if (cursor instanceof mongoose.mongo.RunCommandCursor) return cursor
  throw new Unsupported(`${object} is not a command cursor`)
}

async function assertCollection(
  { arguments: { databaseName, collectionName }, entities }: Call,
  count: number,
): Promise<void> {
  const [client] = [...entities.all.values()].filter(entity => entity instanceof mongoose.mongo.MongoClient)
  const found = await client?.db(databaseName).listCollections({ name: collectionName }).toArray()
  if (found?.length !== count)
    throw new Mismatch(`${collectionName}: ${found?.length} collections, expected ${count}`)
}
