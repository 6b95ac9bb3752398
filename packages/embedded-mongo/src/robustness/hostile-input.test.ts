/** Bytes that no driver sends: an error reply or a closed connection, and the server goes on serving others. */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Int32, serialize } from 'bson'
import mongoose, { type Connection } from 'mongoose'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { decode, encode } from '../bson/codec.js'
import { type Document, isDocument } from '../bson/value.js'
import { fuzz, rounds } from '../fuzz/random.js'
import { FrameReader } from '../protocol/frame-reader.js'
import { OPCODE } from '../protocol/wire-message.js'
import { type EmbeddedMongo, startEmbeddedMongo } from '../start-embedded-mongo.js'

const dataDir = mkdtempSync(join(tmpdir(), 'em-'))
const bugs: string[] = []
let database: EmbeddedMongo
let connection: Connection
let socketPath: string

beforeAll(async () => {
  database = await startEmbeddedMongo({ dataDir, onBug: description => bugs.push(description) })
  socketPath = decodeURIComponent(/^mongodb:\/\/([^/]+)/.exec(database.uri)?.[1] ?? '')
  connection = await mongoose.createConnection(database.uri).asPromise()
  await connection.collection('notes').insertOne({ text: 'untouched' })
})

afterEach(async () => {
  expect(await connection.collection('notes').find().toArray()).toMatchObject([{ text: 'untouched' }])
})

afterAll(async () => {
  await connection.close()
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

interface Header {
  opcode?: number
  flags?: number
  length?: number
  kind?: number
}

function message(body: Uint8Array, header: Header = {}): Buffer {
  const { opcode = OPCODE.message, flags = 0, length = 0, kind = 0 } = header
  const head = Buffer.alloc(21)
  head.writeInt32LE(length || head.length + body.length, 0)
  head.writeInt32LE(7, 4)
  head.writeInt32LE(opcode, 12)
  head.writeUInt32LE(flags, 16)
  head.writeUInt8(kind, 20)
  return Buffer.concat([head, body])
}

async function opened(): Promise<Socket> {
  const socket = connect(socketPath)
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  return socket
}

/** The reply to the bytes, or `closed`. */
async function answerTo(bytes: Buffer): Promise<Document | 'closed'> {
  const socket = await opened()
  const frames = new FrameReader()
  socket.write(bytes)
  try {
    for await (const chunk of socket) {
      const [frame] = frames.push(chunk)
      if (frame) return decode(frame.subarray(21))
    }
    return 'closed'
  } catch {
    return 'closed'
  } finally {
    socket.destroy()
  }
}

const ping = encode({ ping: new Int32(1), $db: 'admin' })

test('a well-formed message is answered, so the tests below test what they say', async () => {
  expect(await answerTo(message(ping))).toMatchObject({ ok: { value: 1 } })
})

const MALFORMED: Record<string, Buffer> = {
  'a length below the header': message(ping, { length: 15 }),
  'a negative length': message(ping, { length: -1 }),
  'a length above the limit': message(ping, { length: 48_000_001 }),
  'an unknown opcode': message(ping, { opcode: 4711 }),
  'the compressed opcode': message(ping, { opcode: 2012 }),
  'unknown required flags': message(ping, { flags: 0x8000 }),
  'an unknown kind of section': message(ping, { kind: 2 }),
  'a sequence without a body': message(Buffer.from([5, 0, 0, 0, 0]), { kind: 1 }),
  'two bodies': message(Buffer.concat([ping, Buffer.of(0), ping])),
  'an empty message': message(Buffer.alloc(0)),
  'a document longer than its message': message(
    Buffer.concat([Buffer.from([0xff, 0xff, 0, 0]), ping.subarray(4)]),
  ),
  'a document of four bytes': message(Buffer.from([4, 0, 0, 0])),
  'an unknown BSON type': message(Buffer.from([8, 0, 0, 0, 0x42, 0x61, 0, 0])),
  'a string longer than its document': message(
    Buffer.from([14, 0, 0, 0, 2, 0x61, 0, 0xff, 0, 0, 0, 0x62, 0, 0]),
  ),
  'a field name without an end': message(Buffer.from([7, 0, 0, 0, 2, 0x61, 0x61])),
  'a legacy query without a document': message(Buffer.from('admin.$cmd\0'), { opcode: OPCODE.query }),
}

for (const [name, bytes] of Object.entries(MALFORMED)) {
  test(`${name} closes the connection`, async () => {
    expect(await answerTo(bytes)).toBe('closed')
  })
}

test('a message that breaks off harms nobody', async () => {
  const socket = await opened()
  socket.write(message(ping).subarray(0, 30))
  socket.destroy()
  expect(await answerTo(message(ping))).not.toBe('closed')
})

test('a message byte by byte is a message', async () => {
  const socket = await opened()
  socket.setNoDelay(true)
  for (const byte of message(ping)) socket.write(Buffer.of(byte))
  const [chunk] = await once(socket, 'data')
  expect(decode(chunk.subarray(21))).toMatchObject({ ok: { value: 1 } })
  socket.destroy()
})

function nested(depth: number): Buffer {
  let value: unknown = 1
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? { a: value } : [value]
  return Buffer.from(serialize({ insert: 'deep', documents: [{ value }], $db: 'test' }))
}

test('nesting beyond 180 levels is refused, below it works', async () => {
  expect(await answerTo(message(nested(150)))).toMatchObject({ n: { value: 1 } })
  expect(await answerTo(message(nested(300)))).toBe('closed')
  expect(await answerTo(message(nested(3000)))).toBe('closed')
})

async function refusal(command: Document): Promise<Document> {
  const reply = await answerTo(message(encode({ ...command, $db: 'test' })))
  if (reply === 'closed') return expect.fail('closed')
  const [writeError] = Array.isArray(reply.writeErrors) ? reply.writeErrors : []
  return isDocument(writeError) ? writeError : reply
}

const insert = (document: Document): Document => ({ insert: 'other', documents: [document] })

const REFUSED: Record<string, [Document, number]> = {
  'no command': [{}, 59],
  'an unknown command': [{ frobnicate: new Int32(1) }, 59],
  'a command named like a method of objects': [{ constructor: new Int32(1) }, 59],
  'a collection name that is a number': [{ find: new Int32(1) }, 73],
  'a collection name with a dollar': [{ insert: 'no$name', documents: [{}] }, 73],
  'a filter that is a string': [{ find: 'notes', filter: 'x' }, 14],
  'a negative skip': [{ find: 'notes', skip: new Int32(-1) }, 51024],
  'an unknown operator': [{ find: 'notes', filter: { a: { $frob: new Int32(1) } } }, 2],
  'an invalid regex': [{ find: 'notes', filter: { a: { $regex: '(' } } }, 51091],
  'no documents to insert': [{ insert: 'other', documents: [] }, 72],
  'documents that are none': [{ insert: 'other', documents: [new Int32(1)] }, 14],
  'an array as _id': [insert({ _id: [new Int32(1)] }), 72],
  'an _id with operators': [insert({ _id: { $gt: new Int32(1) } }), 52],
  'an _id beyond the limit of keys': [insert({ _id: 'x'.repeat(800) }), 2],
  'a document over 16 MB': [insert({ text: 'x'.repeat(16 * 1024 * 1024) }), 10334],
  'a cursor that does not exist': [{ getMore: new Int32(5), collection: 'notes' }, 43],
  'an unknown stage': [{ aggregate: 'notes', pipeline: [{ $frob: {} }], cursor: {} }, 40324],
  'a stage with two operators': [
    { aggregate: 'notes', pipeline: [{ $match: {}, $limit: new Int32(1) }], cursor: {} },
    40323,
  ],
  'an index on nothing': [{ createIndexes: 'notes', indexes: [{ key: {}, name: 'x' }] }, 67],
  'an update of two paths in conflict': [
    {
      update: 'notes',
      updates: [{ q: {}, u: { $set: { a: new Int32(1) }, $inc: { 'a.b': new Int32(1) } } }],
    },
    40,
  ],
}

for (const [name, [command, code]] of Object.entries(REFUSED)) {
  test(`${name} is refused with code ${code}`, async () => {
    expect(await refusal(command)).toMatchObject({ code: { value: code } })
  })
}

test('a long key in an index is cut, not refused', async () => {
  await connection.collection('long').createIndex({ text: 1 })
  const text = 'x'.repeat(100_000)
  await connection.collection('long').insertOne({ text })
  expect(await connection.collection('long').countDocuments({ text })).toBe(1)
})

fuzz('messages with flipped bytes', async random => {
  const original = message(
    encode({
      update: 'fuzzed',
      updates: [{ q: { _id: new Int32(1) }, u: { $set: { list: [{ a: 'text' }] } }, upsert: true }],
      $db: 'test',
    }),
  )
  for (let i = 0; i < rounds(150); i++) {
    const bytes = Buffer.from(original)
    for (let flips = 1 + random.below(3); flips > 0; flips--)
      bytes[16 + random.below(bytes.length - 16)] = random.below(256)
    expect(await answerTo(bytes)).toBeDefined()
  }
  expect(await answerTo(message(ping))).not.toBe('closed')
})

test('no input has found a bug inside', () => {
  expect(bugs).toEqual([])
})
