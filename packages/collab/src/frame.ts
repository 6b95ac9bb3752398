/**
 * WebSocket frames made by hand (RFC 6455, section 5.2: from a server, so without mask; binary, without compression).
 *
 * A message is framed once and the same bytes are written to every socket. A message above 64 kB becomes several frames,
 * one message in several parts: between the parts a slow socket shows its progress, and only one part at a time waits in
 * it. The payload is never copied for that, the parts are views of it.
 */
export const fragmentBytes = 64 * 1024

/** Pieces to be written one after another; no other data frame may come in between. */
export type Frame = readonly Uint8Array[]

const binary = 0x02
const continuation = 0x00
const final = 0x80

/** Frames `prefix` and `payload` as one message. Small ones are copied into one piece. */
export function frameMessage(prefix: Uint8Array, payload: Uint8Array): Frame {
  const length = prefix.length + payload.length
  if (length <= fragmentBytes) return [Buffer.concat([header(binary | final, length), prefix, payload])]
  const pieces: Uint8Array[] = []
  for (let at = 0; at < payload.length; at += fragmentBytes) {
    const part = payload.subarray(at, at + fragmentBytes)
    const first = at === 0
    const last = at + fragmentBytes >= payload.length
    const opcode = (first ? binary : continuation) | (last ? final : 0)
    const start = first ? prefix : empty
    pieces.push(Buffer.concat([header(opcode, start.length + part.length), start]), part)
  }
  return pieces
}

/** Several frames in one piece where they are small, so that they cost one write. */
export function joinFrames(frames: readonly Frame[]): Frame {
  const pieces = frames.flat()
  const total = pieces.reduce((sum, piece) => sum + piece.length, 0)
  return total <= fragmentBytes ? [Buffer.concat(pieces)] : pieces
}

const empty = new Uint8Array(0)

function header(first: number, length: number): Uint8Array {
  if (length < 126) return Uint8Array.of(first, length)
  if (length < 0x1_0000) return Uint8Array.of(first, 126, length >> 8, length & 0xff)
  const bytes = Buffer.alloc(10)
  bytes[0] = first
  bytes[1] = 127
  bytes.writeBigUInt64BE(BigInt(length), 2)
  return bytes
}
