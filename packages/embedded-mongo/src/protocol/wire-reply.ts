/** Writing replies. Documents of a cursor batch are copied into the reply as they are stored, without decoding. */
import { Double, Long } from 'bson'
import { encode } from '../bson/codec.js'
import { CursorReply, type Reply } from '../commands/command.js'
import { HEADER_BYTES, OPCODE, type WireMessage } from './wire-message.js'

/** OP_REPLY's flag AwaitCapable. */
const AWAIT_CAPABLE = 8
const END = Buffer.of(0)
const OK = new Double(1)

let lastId = 0

/** The reply as it goes over the wire, in parts to be written one after the other. */
export function encodeReply({ requestId, opcode }: WireMessage, reply: Reply): Buffer[] {
  const body = reply instanceof CursorReply ? encodeCursor(reply) : [encode(reply)]
  const head = opcode === OPCODE.query ? legacyHead() : Buffer.alloc(HEADER_BYTES + 5)
  lastId = (lastId + 1) % 2 ** 31
  head.writeInt32LE(head.length + totalLength(body), 0)
  head.writeInt32LE(lastId, 4)
  head.writeInt32LE(requestId, 8)
  head.writeInt32LE(opcode === OPCODE.query ? OPCODE.reply : OPCODE.message, 12)
  return [head, ...body]
}

/** Flags, cursor id, starting from, number returned. */
function legacyHead(): Buffer {
  const head = Buffer.alloc(HEADER_BYTES + 20)
  head.writeInt32LE(AWAIT_CAPABLE, 16)
  head.writeInt32LE(1, 32)
  return head
}

const totalLength = (parts: Buffer[]): number => parts.reduce((sum, part) => sum + part.length, 0)

/** `{cursor: {<batch>: [documents], id, ns}, ...fields, ok: 1}` around the raw documents. */
function encodeCursor({ id, namespace, batch, documents, fields }: CursorReply): Buffer[] {
  const elements = documents.flatMap((document, i) => [Buffer.from(`\x03${i}\0`, 'latin1'), document])
  const array = wrapped([...elements, END])
  const tail = fieldsOf({ id: Long.fromBigInt(id), ns: namespace })
  const cursor = wrapped([Buffer.from(`\x04${batch}\0`, 'latin1'), ...array, tail])
  return wrapped([Buffer.from('\x03cursor\0', 'latin1'), ...cursor, fieldsOf({ ...fields, ok: OK })])
}

/** Adds the length in front. */
function wrapped(parts: Buffer[]): Buffer[] {
  const length = Buffer.alloc(4)
  length.writeInt32LE(totalLength(parts) + 4)
  return [length, ...parts]
}

/** An encoded document without its length, ending zero included. */
const fieldsOf = (document: Parameters<typeof encode>[0]): Buffer => encode(document).subarray(4)
