import type { Announcement, CommandMessage } from '@randnotiz/contract/kit/message'
import { type Result, refuse, resultOf } from '@randnotiz/contract/kit/result'
import type { Socket } from 'socket.io-client'
import type { z } from 'zod'
import { type Connection, type ConnectionEvent, initialConnection, nextConnection } from './connection.js'
import type { Realtime } from './realtime.js'

/** After this a command counts as unanswered; in milliseconds. */
const usualPatience = 10_000

/** Between attempts after the server itself has said no, or the code did not load; socket.io's own have their own rhythm. */
const pause = 5_000

type Parts = {
  /** Loads the code and makes a socket that is not connected yet; asked when somebody first needs it. */
  createSocket(): Promise<Socket>
  /** Tells what the browser itself knows of its network. */
  network: Pick<EventTarget, 'addEventListener'>
  patience?: number
}

/**
 * The one socket.io connection of this browser window. It opens for the first who sends, listens or watches. Nothing
 * is kept for later: what gets no answer in time is refused, and whoever sent it decides what then.
 */
export function openRealtime({ createSocket, network, patience = usualPatience }: Parts): Realtime {
  let connection: Connection = initialConnection
  const watchers = new Set<() => void>()
  const step = (event: ConnectionEvent) => {
    const next = nextConnection(connection, event)
    if (next === connection) return
    connection = next
    for (const watcher of watchers) watcher()
  }

  let opened: Promise<Socket> | undefined
  const socket = () => {
    opened ??= untilLoaded(createSocket, step).then(loaded => connect(loaded, network, step))
    return opened
  }

  return {
    send: async (command, payload) => {
      const ready = await Promise.race([socket(), nothingAfter(patience)])
      return ready ? answerOf(command, ready.timeout(patience), payload) : refuse('server/unavailable')
    },
    listen: (announcement, listener) => listenOn(socket(), announcement, listener),
    connection: () => connection,
    onConnection: watcher => {
      watchers.add(watcher)
      void socket()
      return () => watchers.delete(watcher)
    },
    renew: () => void opened?.then(loaded => loaded.disconnect().connect()),
  }
}

const nothingAfter = (milliseconds: number) =>
  new Promise<undefined>(resolve => setTimeout(resolve, milliseconds))

async function untilLoaded(create: Parts['createSocket'], step: (event: ConnectionEvent) => void) {
  for (;;) {
    const socket = await create().catch(() => null)
    if (socket !== null) return socket
    step('failed')
    await nothingAfter(pause)
  }
}

function connect(socket: Socket, network: Parts['network'], step: (event: ConnectionEvent) => void): Socket {
  socket.on('connect', () => step('opened'))
  socket.on('disconnect', reason => {
    step('lost')
    // The server hangs up on purpose when a session ends; socket.io then waits to be told.
    if (reason === 'io server disconnect') socket.connect()
  })
  socket.on('connect_error', () => {
    step('failed')
    // Refused by the server, not by the way there: socket.io does not try again on its own.
    if (!socket.active) setTimeout(() => socket.connect(), pause)
  })
  network.addEventListener('offline', () => step('network-gone'))
  network.addEventListener('online', () => {
    step('network-back')
    // Now, instead of after the pause between attempts; a connection that lived through this is most likely dead.
    socket.disconnect().connect()
  })
  return socket.connect()
}

async function answerOf<C extends CommandMessage>(
  command: C,
  socket: Pick<Socket, 'emitWithAck'>,
  payload: z.input<C['payload']>,
): Promise<Result<z.output<C['reply']>>> {
  const answer: unknown = await socket
    .emitWithAck(command.name, payload)
    .catch(() => refuse('server/unavailable'))
  // Just checked against this very command's reply.
  return resultOf(command.reply).parse(answer) as Result<z.output<C['reply']>>
}

function listenOn<A extends Announcement>(
  opened: Promise<Socket>,
  announcement: A,
  listener: (payload: z.output<A['payload']>) => void,
): () => void {
  let stopped = false
  const hear = (payload: unknown) => listener(announcement.payload.parse(payload) as z.output<A['payload']>)
  void opened.then(socket => stopped || socket.on(announcement.name, hear))
  return () => {
    stopped = true
    void opened.then(socket => socket.off(announcement.name, hear))
  }
}
