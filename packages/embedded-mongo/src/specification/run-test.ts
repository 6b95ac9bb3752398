/** Runs one specification test: prepares data and entities, performs the operations, compares results, events and data. */
import type { Document } from 'bson'
import mongoose, { type mongo } from 'mongoose'
import { Entities, Unsupported } from './entities.js'
import { Mismatch, matchValue, type Strictness, show } from './matcher.js'
import { perform } from './operations.js'
import type {
  CollectionData,
  ExpectedEvents,
  Operation,
  SpecificationFile,
  SpecificationTest,
} from './unified-format.js'

const { MongoBulkWriteError, MongoClientBulkWriteError, MongoServerError } = mongoose.mongo
type Client = InstanceType<typeof mongoose.mongo.MongoClient>

export interface TestServer {
  uri: string
  /** For preparing and looking at data, unobserved. */
  internal: Client
  /** For the databases of the test. */
  driverOptions?: mongo.DbOptions | undefined
}

/** Throws a `Mismatch`, or what the driver threw unexpectedly. */
export async function runTest(
  file: SpecificationFile,
  test: SpecificationTest,
  server: TestServer,
): Promise<void> {
  const entities = new Entities(server.uri, server.driverOptions)
  const { internal } = server
  try {
    for (const data of file.initialData ?? []) await prepare(internal, data)
    entities.create(file.createEntities)
    for (const operation of test.operations) await runOperation(operation, entities)
    for (const expected of test.expectEvents ?? []) checkEvents(expected, entities)
    for (const data of test.outcome ?? []) await checkOutcome(internal, data, entities)
  } finally {
    await entities.close()
  }
}

async function prepare(
  internal: Client,
  { databaseName, collectionName, documents }: CollectionData,
): Promise<void> {
  const database = internal.db(databaseName)
  await database.dropCollection(collectionName)
  if (documents.length === 0) await database.createCollection(collectionName)
  else await database.collection(collectionName).insertMany(documents.map(document => ({ ...document })))
}

async function runOperation(operation: Operation, entities: Entities): Promise<void> {
  const outcome = await settled(() => perform(operation, entities))
  if (operation.ignoreResultAndError) return
  if (operation.expectError) {
    if (!('error' in outcome))
      throw new Mismatch(`${operation.name}: an error was expected, got ${show(outcome.result)}`)
    checkError(outcome.error, operation.expectError, entities)
    return
  }
  if ('error' in outcome) throw outcome.error
  if (operation.saveResultAsEntity) entities.all.set(operation.saveResultAsEntity, outcome.result)
  if ('expectResult' in operation)
    match(withoutDriverFields(outcome.result) ?? null, operation.expectResult, {
      path: operation.name,
      strictness: 'root',
      entities,
    })
}

async function settled(work: () => Promise<unknown>): Promise<{ result: unknown } | { error: unknown }> {
  try {
    return { result: await work() }
  } catch (error) {
    if (error instanceof Unsupported || error instanceof Mismatch) throw error
    return { error }
  }
}

function match(
  actual: unknown,
  expected: unknown,
  at: { path: string; strictness: Strictness; entities: Entities },
): void {
  matchValue(actual, expected, { ...at, entities: at.entities.all })
}

function checkError(error: unknown, expected: Document, entities: Entities): void {
  if (!(error instanceof Error)) throw new Mismatch(`not an error: ${show(error)}`)
  const cause = error.cause instanceof MongoServerError ? error.cause : error
  const isServerError = cause instanceof MongoServerError
  const demand = (condition: boolean, what: string) => {
    if (!condition) throw new Mismatch(`${what}; the error was ${error.name}: ${error.message}`)
  }
  if (expected.isClientError !== undefined)
    demand(expected.isClientError !== isServerError, `isClientError ${expected.isClientError}`)
  if (expected.errorContains) {
    demand(
      error.message.toLowerCase().includes(String(expected.errorContains).toLowerCase()),
      `errorContains '${expected.errorContains}'`,
    )
  }
  if (expected.errorCode !== undefined)
    demand(isServerError && cause.code === expected.errorCode, `errorCode ${expected.errorCode}`)
  if (expected.errorResponse && isServerError) {
    match(cause.errorResponse, expected.errorResponse, {
      path: 'errorResponse',
      strictness: 'root',
      entities,
    })
  }
  if (expected.expectResult)
    match(partialResult(error), expected.expectResult, { path: 'error.result', strictness: 'root', entities })
  for (const [index, writeError] of Object.entries<Document>(expected.writeErrors ?? {})) {
    demand(
      error instanceof MongoClientBulkWriteError &&
        error.writeErrors.get(Number(index))?.code === writeError.code,
      `writeErrors[${index}]`,
    )
  }
}

/** The driver adds `didUpsert`, which the specification does not know. */
function withoutDriverFields(result: unknown): unknown {
  if (result instanceof Map)
    return new Map([...result].map(([key, value]) => [key, withoutDriverFields(value)]))
  if (typeof result !== 'object' || result === null || Object.getPrototypeOf(result) !== Object.prototype)
    return result
  const known = Object.entries(result).filter(([name]) => name !== 'didUpsert')
  return Object.fromEntries(known.map(([name, value]) => [name, withoutDriverFields(value)]))
}

/** What a bulk write had done before it failed. */
function partialResult(error: Error): unknown {
  if (error instanceof MongoClientBulkWriteError) return withoutDriverFields(error.partialResult)
  if (!(error instanceof MongoBulkWriteError)) return undefined
  const {
    deletedCount,
    insertedCount,
    insertedIds,
    matchedCount,
    modifiedCount,
    upsertedCount,
    upsertedIds,
  } = error
  return { deletedCount, insertedCount, insertedIds, matchedCount, modifiedCount, upsertedCount, upsertedIds }
}

function checkEvents(
  { client, eventType = 'command', events, ignoreExtraEvents }: ExpectedEvents,
  entities: Entities,
): void {
  const actual = (entities.events.get(client) ?? []).filter(({ category }) => category === eventType)
  for (const [i, expected] of events.entries()) {
    const [type = ''] = Object.keys(expected)
    const captured = actual[i]
    if (captured?.type !== type) throw new Mismatch(`event ${i}: expected ${type}, got ${captured?.type}`)
    const { command, reply, commandName, databaseName } = expected[type] ?? {}
    const at = { strictness: 'root', entities } as const
    if (commandName) match(captured.event.commandName, commandName, { ...at, path: `event ${i} commandName` })
    if (databaseName)
      match(captured.event.databaseName, databaseName, { ...at, path: `event ${i} databaseName` })
    if (command) match(captured.event.command, command, { ...at, path: `event ${i} command` })
    if (reply) match(captured.event.reply, reply, { ...at, path: `event ${i} reply` })
  }
  if (!ignoreExtraEvents && actual.length > events.length) {
    throw new Mismatch(`${actual.length - events.length} events more than expected`)
  }
}

async function checkOutcome(internal: Client, data: CollectionData, entities: Entities): Promise<void> {
  const documents = await internal
    .db(data.databaseName)
    .collection(data.collectionName)
    .find()
    .sort({ _id: 1 })
    .toArray()
  match(documents, data.documents, { path: 'outcome', strictness: 'exact', entities })
}
