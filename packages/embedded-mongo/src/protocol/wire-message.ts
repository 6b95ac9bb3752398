/**
 * Reading MongoDB's wire protocol: OP_MSG, and OP_QUERY for the legacy handshake only.
 *
 *   header   := length, request id, response to, opcode                      (4 × int32, little-endian)
 *   OP_MSG   := header, flags, section*, [checksum]
 *   section  := 00, document  |  01, length, identifier (C string), document*
 *   OP_QUERY := header, flags, namespace (C string), skip, return, document
 *
 * Every length is checked against the bytes there are; what does not fit throws `MalformedMessage` and ends the connection.
 */
import { assertDepth, decode } from '../bson/codec.js'
import { type Document, isDocument, isText, setField, textOf } from '../bson/value.js'

export const MAX_MESSAGE_BYTES = 48_000_000
export const HEADER_BYTES = 16
export const OPCODE = { reply: 1, query: 2004, message: 2013 } as const

const CHECKSUM_PRESENT = 1
const MORE_TO_COME = 2
/** Bits 0–15 are required knowledge; the two above are all there are. */
const UNKNOWN_REQUIRED_FLAGS = 0xffff & ~(CHECKSUM_PRESENT | MORE_TO_COME)

export class MalformedMessage extends Error {}

export interface WireMessage {
  requestId: number
  opcode: number
  command: Document
  database: string
  /** The client expects no reply. */
  silent: boolean
}

/** Parses one whole message. */
export function parseMessage(bytes: Buffer): WireMessage {
  const opcode = bytes.readInt32LE(12)
  const { command, silent } = readBody(bytes, opcode)
  try {
    assertDepth(command)
  } catch (error) {
    throw malformed(error)
  }
  const database = isText(command.$db) ? textOf(command.$db) : 'test'
  return { requestId: bytes.readInt32LE(4), opcode, command, database, silent }
}

function readBody(bytes: Buffer, opcode: number): { command: Document; silent: boolean } {
  const reader = new Reader(bytes)
  if (opcode === OPCODE.query) return { command: readQuery(reader), silent: false }
  if (opcode !== OPCODE.message) throw new MalformedMessage(`unsupported opcode ${opcode}`)
  const flags = reader.uint32()
  if (flags & UNKNOWN_REQUIRED_FLAGS) throw new MalformedMessage(`unknown flags ${flags}`)
  if (flags & CHECKSUM_PRESENT) reader.end -= 4
  return { command: readSections(reader), silent: (flags & MORE_TO_COME) !== 0 }
}

function readSections(reader: Reader): Document {
  let body: Document | undefined
  const sequences = new Map<string, Document[]>()
  while (reader.hasMore()) {
    const kind = reader.byte()
    if (kind === 0 && !body) body = reader.document()
    else if (kind === 1) readSequence(reader, sequences)
    else throw new MalformedMessage(`unexpected section of kind ${kind}`)
  }
  if (!body) throw new MalformedMessage('no body section')
  for (const [name, documents] of sequences) setField(body, name, documents)
  return body
}

function readSequence(reader: Reader, sequences: Map<string, Document[]>): void {
  const end = reader.position + reader.peekLength()
  reader.uint32()
  const name = reader.text(end)
  const documents: Document[] = []
  while (reader.position < end) documents.push(reader.document(end))
  sequences.set(name, documents)
}

/** Only the legacy handshake comes this way: a query on `<database>.$cmd`. */
function readQuery(reader: Reader): Document {
  reader.uint32()
  const namespace = reader.text(reader.end)
  reader.uint32()
  reader.uint32()
  const query = reader.document()
  const command = isDocument(query.$query) ? query.$query : query
  return { ...command, $db: namespace.split('.')[0] }
}

const malformed = (error: unknown): MalformedMessage =>
  new MalformedMessage(error instanceof Error ? error.message : String(error))

class Reader {
  position = HEADER_BYTES
  end: number

  constructor(private readonly bytes: Buffer) {
    this.end = bytes.length
  }

  hasMore(): boolean {
    return this.position < this.end
  }

  byte(): number {
    this.need(1)
    return this.bytes.readUInt8(this.position++)
  }

  uint32(): number {
    this.need(4)
    const value = this.bytes.readUInt32LE(this.position)
    this.position += 4
    return value
  }

  /** The length prefix of a document or sequence, which must fit into what is left. */
  peekLength(end = this.end): number {
    this.need(4)
    const length = this.bytes.readInt32LE(this.position)
    if (length < 5 || this.position + length > end)
      throw new MalformedMessage(`a part of ${length} bytes does not fit`)
    return length
  }

  document(end = this.end): Document {
    const length = this.peekLength(end)
    const start = this.position
    this.position += length
    try {
      return decode(this.bytes.subarray(start, this.position))
    } catch (error) {
      throw malformed(error)
    }
  }

  text(end: number): string {
    const zero = this.bytes.indexOf(0, this.position)
    if (zero < 0 || zero >= end) throw new MalformedMessage('a name without an end')
    const text = this.bytes.toString('utf8', this.position, zero)
    this.position = zero + 1
    return text
  }

  private need(count: number): void {
    if (this.position + count > this.end) throw new MalformedMessage('the message ends too early')
  }
}
