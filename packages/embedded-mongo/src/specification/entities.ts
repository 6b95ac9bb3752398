/** The clients, databases, collections, sessions and cursors a specification test talks about, by name. */
import type { Document } from 'bson'
import mongoose, { type mongo } from 'mongoose'

const { MongoClient, Db, Collection, ClientSession, ReadPreference } = mongoose.mongo
type Client = InstanceType<typeof MongoClient>

export interface CapturedEvent {
  type: string
  category: string
  event: Document
}

const COMMAND_EVENTS = {
  commandStartedEvent: 'commandStarted',
  commandSucceededEvent: 'commandSucceeded',
  commandFailedEvent: 'commandFailed',
} as const
const POOL_EVENTS = {
  connectionReadyEvent: 'connectionReady',
  connectionCheckedOutEvent: 'connectionCheckedOut',
  connectionCheckedInEvent: 'connectionCheckedIn',
} as const

export class Unsupported extends Error {}

export class Entities {
  readonly all = new Map<string, unknown>()
  readonly events = new Map<string, CapturedEvent[]>()
  /** Session ids of all commands so far. */
  readonly lastSessions: unknown[] = []
  private readonly clients: Client[] = []

  constructor(
    private readonly uri: string,
    private readonly driverOptions: mongo.DbOptions = {},
  ) {}

  create(definitions: Record<string, Document>[] = []): void {
    for (const definition of definitions) {
      const [kind = ''] = Object.keys(definition)
      const options = definition[kind] ?? {}
      this.all.set(options.id, this.make(kind, options))
    }
  }

  database(name: string) {
    const entity = this.all.get(name)
    return entity instanceof Db ? entity : missing(name, 'database')
  }

  collection(name: string) {
    const entity = this.all.get(name)
    return entity instanceof Collection ? entity : missing(name, 'collection')
  }

  client(name: string) {
    const entity = this.all.get(name)
    return entity instanceof MongoClient ? entity : missing(name, 'client')
  }

  session(name: string) {
    const entity = this.all.get(name)
    return entity instanceof ClientSession ? entity : missing(name, 'session')
  }

  async close(): Promise<void> {
    for (const entity of this.all.values()) if (entity instanceof ClientSession) await entity.endSession()
    for (const client of this.clients) await client.close(true)
  }

  private make(kind: string, options: Document): unknown {
    switch (kind) {
      case 'client':
        return this.makeClient(options)
      case 'database':
        return this.client(options.client).db(options.databaseName, {
          ...this.driverOptions,
          ...readable(options.databaseOptions),
        })
      case 'collection':
        return this.database(options.database).collection(
          options.collectionName,
          readable(options.collectionOptions),
        )
      case 'session':
        return this.client(options.client).startSession(options.sessionOptions)
      default:
        throw new Unsupported(`entity ${kind}`)
    }
  }

  private makeClient({ id, uriOptions, serverApi, observeEvents = [] }: Document): Client {
    const { readConcernLevel, ...others } = uriOptions ?? {}
    const readConcern = readConcernLevel ? { readConcern: { level: readConcernLevel } } : {}
    const client = new MongoClient(this.uri, {
      monitorCommands: true,
      ...others,
      ...readConcern,
      ...(serverApi ? { serverApi } : {}),
    })
    const events: CapturedEvent[] = []
    const capture = (type: string, category: string) => (event: Document) => {
      if (observeEvents.includes(type) && !/^(hello|ismaster|configureFailPoint)$/i.test(event.commandName))
        events.push({ type, category, event })
    }
    for (const [type, name] of Object.entries(COMMAND_EVENTS)) client.on(name, capture(type, 'command'))
    client.on('commandStarted', ({ command }) => this.lastSessions.push(command.lsid))
    for (const [type, name] of Object.entries(POOL_EVENTS)) client.on(name, capture(type, 'cmap'))
    this.events.set(id, events)
    this.clients.push(client)
    return client
  }
}

function missing(name: string, kind: string): never {
  throw new Unsupported(`${name} is not a ${kind}`)
}

function readable(options: Document = {}): Document {
  return options.readPreference
    ? { ...options, readPreference: ReadPreference.fromOptions(options) }
    : options
}
