import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/**
 * A wire between a server and its database that counts what is written, and can do something right before a certain
 * write, which then never arrives: so a process can be killed between any two of its steps.
 */
export type KillingWire = {
  /** The database behind the wire. */
  uri: string
  /** Writes that went through since the last time it was armed. */
  writes(): number
  /** Lets `before` writes through; the next one is lost, and `strike` is called instead. */
  arm(before: number, strike: () => void): void
  close(): Promise<void>
}

const writing = new Set(['insert', 'update', 'delete', 'findAndModify', 'findandmodify', 'bulkWrite'])

export async function startKillingWire(databaseUri: string): Promise<KillingWire> {
  const [, before = '', host = '', after = ''] =
    /^(mongodb:\/\/(?:[^@/]*@)?)([^/?]+)(.*)$/.exec(databaseUri) ?? []
  const sockets = new Set<Socket>()
  let count = 0
  let left = Number.POSITIVE_INFINITY
  let strike: () => void = () => undefined

  function passes(frame: Buffer): boolean {
    if (!writing.has(commandOf(frame))) return true
    if (left <= 0) {
      strike()
      return false
    }
    left -= 1
    count += 1
    return true
  }

  const wire = createServer(client => {
    const database = connectTo(decodeURIComponent(host))
    for (const socket of [client, database]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.once('close', () => {
        sockets.delete(socket)
        client.destroy()
        database.destroy()
      })
    }
    database.pipe(client)
    let rest: Buffer = Buffer.alloc(0)
    client.on('data', chunk => {
      rest = Buffer.concat([rest, chunk])
      for (let size = sizeOf(rest); size !== null; size = sizeOf(rest)) {
        const frame = rest.subarray(0, size)
        rest = rest.subarray(size)
        if (passes(frame)) database.write(frame)
      }
    })
  })
  await new Promise<void>(resolve => wire.listen(0, '127.0.0.1', resolve))
  const { port } = wire.address() as AddressInfo
  return {
    uri: `${before}127.0.0.1:${port}${after}`,
    writes: () => count,
    arm: (through, action) => {
      count = 0
      left = through
      strike = action
    },
    close: () =>
      new Promise(resolve => {
        for (const socket of sockets) socket.destroy()
        wire.close(() => resolve())
      }),
  }
}

/** The embedded database listens on a socket file, others on a port. */
function connectTo(host: string): Socket {
  if (host.startsWith('/')) return connect(host)
  const [name = '', port = '27017'] = host.split(':')
  return connect(Number(port), name)
}

/** Length of the first whole message; null while it is not complete. */
function sizeOf(bytes: Buffer): number | null {
  const size = bytes.length < 4 ? null : bytes.readInt32LE(0)
  return size !== null && size <= bytes.length ? size : null
}

const messageCode = 2013
/** Behind the header of 16 bytes, the flags and the kind of the first section. */
const bodyStart = 21

/** The name of the first field of a message's body. */
function commandOf(frame: Buffer): string {
  if (frame.readInt32LE(12) !== messageCode) return ''
  const start = bodyStart + 5
  return frame.toString('utf8', start, frame.indexOf(0, start))
}
