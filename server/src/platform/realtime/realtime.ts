import { randomUUID } from 'node:crypto'
import type { Server as HttpServer, IncomingMessage } from 'node:http'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Announcement, CommandMessage } from '@randnotiz/contract/kit/message'
import { personIdOf } from '@randnotiz/domain/accounts/person'
import { type DefaultEventsMap, Server, type Socket } from 'socket.io'
import type { z } from 'zod'
import type { Clock } from '../clock.js'
import type { RateLimiter } from '../limits/rate-limiter.js'
import { type Allowance, TokenBuckets } from '../limits/token-buckets.js'
import { CommandTable } from './command-table.js'
import type { Caller, Deed, HandleOptions } from './deed.js'
import { openRedisAdapter, type RedisAdapter } from './redis-adapter.js'
import { type RoomSizes, RoomsElsewhere, tellEveryMs } from './rooms-elsewhere.js'

/**
 * socket.io on the shared HTTP server. A command comes in as `(payload, acknowledge)` and is answered with a
 * `Result`: its payload is validated by the contract, an exception becomes `server/unavailable` and a line in the
 * log, and a person who sends too much hears when to go on. Announcements go to rooms.
 *
 * Who somebody is, is read once from the cookie at the handshake; signing in or out means a new connection.
 */
export type Realtime = {
  handle<C extends CommandMessage>(command: C, deed: Deed<C>, options?: HandleOptions): void
  /** To everybody in a room who is in none of the other rooms of `but`. */
  announce<A extends Announcement>(
    announcement: A,
    room: string,
    payload: z.output<A['payload']>,
    but?: readonly string[],
  ): void
  /** Connections that are in a room: here at this moment, on other instances some seconds ago. */
  occupancy(room: string): number
  /** Names of the commands that have a handler. */
  handled(): string[]
  /** Hangs up on everybody signed in as this person, e.g. after signing out. */
  disconnectPerson(userId: string): void
  /** Hangs up on everybody and leaves Redis. The HTTP server stays for its owner to close. */
  close(): Promise<void>
}

export type RealtimeDeps = {
  httpServer: HttpServer
  /** The same judgement as for HTTP requests. */
  isOwnOrigin(request: IncomingMessage): boolean
  viewerOf(request: IncomingMessage): Promise<Viewer>
  log: { error(details: object, message: string): void }
  clock: Clock
  /** The limits of the REST side; who writes over both is counted once. */
  limiter: Pick<RateLimiter, 'take'>
  /** Without it, one process does it all. */
  redisUrl?: string | undefined
  /** Commands of one person, over all connections; an anonymous reader counts by connection. */
  allowance?: Allowance
}

export const socketPath = '/socket.io/'

/** The largest command is a contribution with its passage, well below this; in bytes. */
const maxMessageSize = 256 * 1024
const usualAllowance: Allowance = { burst: 60, perSecond: 10 }
const personRoom = (userId: string) => `person:${userId}`

export function openRealtime(deps: RealtimeDeps): Realtime {
  const buckets = new TokenBuckets(deps.allowance ?? usualAllowance, () => deps.clock.now().getTime())
  const commands = new CommandTable({
    pause: caller => buckets.take(keyOf(caller)),
    takeLimit: (limit, caller) => deps.limiter.take(limit, keyOf(caller)),
    log: deps.log,
  })
  const redis = deps.redisUrl === undefined ? null : openRedisAdapter(deps.redisUrl)
  redis?.onError(error => deps.log.error({ error }, 'Redis of the realtime adapter failed'))
  const io = openServer(deps, redis?.adapter)
  io.use((socket, next) => {
    readViewer(socket, deps).then(
      () => next(),
      error => {
        deps.log.error({ error }, 'the session of a socket could not be read')
        next(new Error('server/unavailable'))
      },
    )
  })
  io.on('connection', socket => serve(socket, commands))
  const elsewhere = redis && shareRoomSizes(io, redis, deps.clock)
  const sizeHere = (room: string) => io.of('/').adapter.rooms.get(room)?.size ?? 0

  return {
    handle: (command, deed, options) => commands.handle(command, deed, options),
    announce: (announcement, room, payload, but = []) =>
      void io
        .to(room)
        .except([...but])
        .emit(announcement.name, payload),
    occupancy: room => sizeHere(room) + (elsewhere?.rooms.sizeOf(room) ?? 0),
    handled: () => commands.names(),
    disconnectPerson: userId => void io.in(personRoom(userId)).disconnectSockets(true),
    close: async () => {
      // Only those on this instance: people on the others go on.
      io.local.disconnectSockets(true)
      elsewhere?.stop()
      await io.of('/').adapter.close()
      io.engine.close()
      redis?.close()
    },
  }
}

type PersonalServer = Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, { viewer: Viewer }>
type PersonalSocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, { viewer: Viewer }>

async function readViewer(socket: PersonalSocket, { viewerOf }: RealtimeDeps): Promise<void> {
  const viewer = await viewerOf(socket.request)
  socket.data = { viewer }
  const person = personIdOf(viewer)
  if (person !== null) await socket.join(personRoom(person))
}

/** Between instances only; people hear nothing of it. */
const roomSizes = 'realtime:room-sizes'

/**
 * Tells other instances how full the rooms here are, and hears it from them. Nothing is told while Redis is away, nor in
 * parting: nobody takes care of a message that the adapter cannot send, and a silent instance is forgotten anyway.
 */
function shareRoomSizes(
  io: PersonalServer,
  redis: Pick<RedisAdapter, 'isReady'>,
  clock: Clock,
): { rooms: RoomsElsewhere; stop(): void } {
  const instance = randomUUID()
  const rooms = new RoomsElsewhere(() => clock.now().getTime())
  io.on(roomSizes, (from: string, sizes: RoomSizes) => rooms.hear(from, sizes))
  const timer = setInterval(() => {
    if (redis.isReady()) io.serverSideEmit(roomSizes, instance, sizesHere(io))
  }, tellEveryMs)
  return { rooms, stop: () => clearInterval(timer) }
}

/** Without the room that every connection has for itself. */
function sizesHere(io: PersonalServer): RoomSizes {
  const { rooms, sids } = io.of('/').adapter
  return Object.fromEntries(
    [...rooms].filter(([name]) => !sids.has(name)).map(([name, all]) => [name, all.size]),
  )
}

/** A message without an acknowledgement is not one of ours: nobody could hear the answer. */
function serve(socket: PersonalSocket, commands: CommandTable): void {
  const caller = callerOf(socket)
  socket.onAny((name: string, ...args: unknown[]) => {
    const acknowledge = args.at(-1)
    if (typeof acknowledge !== 'function') return
    const payload = args.length > 1 ? args[0] : undefined
    void commands.answer(name, payload, caller).then(result => acknowledge(result))
  })
}

function openServer(deps: RealtimeDeps, adapter: RedisAdapter['adapter'] | undefined): PersonalServer {
  return new Server(deps.httpServer, {
    path: socketPath,
    serveClient: false,
    destroyUpgrade: false,
    transports: ['websocket', 'polling'],
    maxHttpBufferSize: maxMessageSize,
    allowRequest: (request, decide) => decide(null, deps.isOwnOrigin(request)),
    ...(adapter === undefined ? {} : { adapter }),
  })
}

/** Whom limits count: a person over all connections, or a connection without a person. */
function keyOf({ viewer, connection }: Caller): string {
  return personIdOf(viewer) ?? connection
}

function callerOf(socket: PersonalSocket): Caller {
  return {
    viewer: socket.data.viewer,
    connection: socket.id,
    enter: async room => socket.join(room),
    leave: async room => socket.leave(room),
  }
}
