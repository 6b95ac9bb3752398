/**
 * One server for a data directory, also after `kill -9` and in containers, where every process is number 1.
 *
 * The owner is whoever answers on the address that is written in the store: a listening socket dies with its process, so
 * the kernel says who is alive, not a file and not a process id. A start looks at the claim, asks its address, and then
 * replaces the claim in one write transaction, but only if it still is the one it looked at; of two simultaneous starts
 * one wins and the other is refused. A claim also names the store's file, because a copied directory carries the claim of
 * the original along.
 */
import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname, isAbsolute, join, relative } from 'node:path'
import { Int32 } from 'bson'
import { decode, encode } from './bson/codec.js'
import { numberOr } from './bson/numbers.js'
import type { Document } from './bson/value.js'
import { isText, textOf } from './bson/value.js'
import { HEADER_BYTES, OPCODE } from './protocol/wire-message.js'
import { forgetSocket, type ServerAddress } from './server-address.js'
import { OWNER_KEY } from './storage/keyspace.js'
import { DATA_FILE, type Store } from './storage/store.js'

const PROBE_TIMEOUT_MS = 3000

/** The claim that was found, to be replaced or given back. */
export interface FormerClaim {
  bytes: Buffer | undefined
}

export class DirectoryInUse extends Error {}

export class DataDirectoryLock {
  private mine: Buffer | undefined

  constructor(
    private readonly store: Store,
    private readonly dataDir: string,
  ) {}

  /** Throws `DirectoryInUse` when a living server owns the directory; cleans up after a dead one. */
  async examine(): Promise<FormerClaim> {
    const bytes = this.store.get(OWNER_KEY)
    const claim = bytes && decode(bytes)
    if (!claim || claim.file !== fileIdentity(this.dataDir)) return { bytes }
    const address = addressOf(claim, this.dataDir)
    if (await isAlive(address)) this.refuse(numberOr(claim.pid, 0))
    if (typeof address === 'string') forgetSocket(address)
    return { bytes }
  }

  /** Takes the directory for the server at `address`. */
  claim(former: FormerClaim, address: ServerAddress): void {
    const mine = encode({
      ...this.describe(address),
      file: fileIdentity(this.dataDir),
      nonce: randomBytes(8).toString('hex'),
    })
    if (!this.store.replaceSync(OWNER_KEY, former.bytes, mine)) this.refuse(0)
    this.mine = mine
  }

  release(): void {
    if (this.mine) this.store.replaceSync(OWNER_KEY, this.mine, undefined)
  }

  private describe(address: ServerAddress): Document {
    const pid = new Int32(process.pid)
    if (address.kind === 'tcp') return { pid, port: new Int32(address.port) }
    const inside = dirname(address.path) === this.dataDir
    return { pid, socket: inside ? relative(this.dataDir, address.path) : address.path }
  }

  private refuse(pid: number): never {
    const owner = pid ? ` (process ${pid})` : ''
    throw new DirectoryInUse(
      `The data directory ${this.dataDir} is already in use by another server${owner}.`,
    )
  }
}

const fileIdentity = (dataDir: string): string =>
  String(statSync(join(dataDir, DATA_FILE), { bigint: true }).ino)

/** A socket's path, or a port. Paths inside the directory are stored relative: containers mount it where they like. */
function addressOf(claim: Document, dataDir: string): string | number {
  if (!isText(claim.socket)) return numberOr(claim.port, 0)
  const path = textOf(claim.socket)
  return isAbsolute(path) ? path : join(dataDir, path)
}

/**
 * Who accepts on a socket's path is the owner. A port may have been given to a stranger meanwhile, so there it takes the
 * answer to a ping. A server too busy to answer in time counts as alive.
 */
function isAlive(address: string | number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = typeof address === 'string' ? connect(address) : connect(address, '127.0.0.1')
    const answer = (alive: boolean) => {
      socket.destroy()
      resolve(alive)
    }
    socket.setTimeout(PROBE_TIMEOUT_MS, () => answer(true))
    socket.once('error', () => answer(false))
    socket.once('close', () => answer(false))
    socket.once('connect', () => (typeof address === 'string' ? answer(true) : socket.write(pingMessage())))
    socket.once('data', reply =>
      answer(reply.length > HEADER_BYTES && reply.readInt32LE(12) === OPCODE.message),
    )
  })
}

function pingMessage(): Buffer {
  const body = encode({ ping: new Int32(1), $db: 'admin' })
  const head = Buffer.alloc(HEADER_BYTES + 5)
  head.writeInt32LE(head.length + body.length, 0)
  head.writeInt32LE(OPCODE.message, 12)
  return Buffer.concat([head, body])
}
