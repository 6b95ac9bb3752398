/** Cuts a stream of bytes into messages by their length prefix. */
import { HEADER_BYTES, MAX_MESSAGE_BYTES, MalformedMessage } from './wire-message.js'

export class FrameReader {
  private chunks: Buffer[] = []
  private available = 0

  /** Adds received bytes and gives the messages that are complete. Throws `MalformedMessage` on an impossible length. */
  push(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk)
    this.available += chunk.length
    const messages: Buffer[] = []
    for (let length = this.nextLength(); length <= this.available; length = this.nextLength()) {
      messages.push(this.take(length))
    }
    return messages
  }

  /** Infinity while not even the header is there. */
  private nextLength(): number {
    if (this.available < HEADER_BYTES) return Infinity
    const length = this.joined(HEADER_BYTES).readInt32LE(0)
    if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) {
      throw new MalformedMessage(`a message of ${length} bytes`)
    }
    return length
  }

  /** The first chunk, made at least `count` bytes long. */
  private joined(count: number): Buffer {
    const [first] = this.chunks
    if (first && first.length >= count) return first
    const all = Buffer.concat(this.chunks)
    this.chunks = [all]
    return all
  }

  private take(length: number): Buffer {
    const all = this.joined(length)
    const rest = all.subarray(length)
    this.chunks.splice(0, 1, ...(rest.length > 0 ? [rest] : []))
    this.available -= length
    return all.subarray(0, length)
  }
}
