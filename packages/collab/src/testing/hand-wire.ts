import type { Closing } from '../close-codes.js'
import type { Wire } from '../wire.js'

/** A wire whose far end is emptied by hand: what is written waits until `take` is called. */
export class HandWire implements Wire {
  closing: Closing | null = null
  /** All bytes ever written. */
  written = 0
  #bytes: Uint8Array[] = []
  #held = 0
  stalled = false

  write(bytes: Uint8Array): void {
    if (this.closing) return
    this.written += bytes.length
    this.#bytes.push(bytes)
    if (this.stalled) this.#held += bytes.length
  }

  get congested(): boolean {
    return this.#held > 0
  }

  get queuedBytes(): number {
    return this.#held
  }

  close(closing: Closing): void {
    this.closing = closing
  }

  /** Lets what was held go. */
  drain(): void {
    this.#held = 0
  }

  /** The complete messages written since the last call. */
  take(): Uint8Array[] {
    const { messages, rest } = parseFrames(Buffer.concat(this.#bytes))
    this.#bytes = [rest]
    return messages
  }
}

interface Parsed {
  messages: Uint8Array[]
  rest: Uint8Array
}

/** Puts messages together from unmasked frames; control frames are skipped, an unfinished message stays in the rest. */
function parseFrames(bytes: Buffer): Parsed {
  const messages: Uint8Array[] = []
  let parts: Uint8Array[] = []
  let complete = 0
  for (let at = 0; at < bytes.length; ) {
    const frame = parseFrame(bytes, at)
    if (frame === null) break
    at = frame.end
    if (frame.opcode >= 8) continue
    if (frame.opcode === 2 && parts.length > 0) throw new Error('a message began inside another one')
    parts.push(frame.payload)
    if (!frame.final) continue
    messages.push(Buffer.concat(parts))
    parts = []
    complete = at
  }
  return { messages, rest: bytes.subarray(complete) }
}

function parseFrame(bytes: Buffer, at: number) {
  if (bytes.length < at + 2) return null
  const short = bytes.readUInt8(at + 1)
  const head = short === 127 ? 10 : short === 126 ? 4 : 2
  if (bytes.length < at + head) return null
  const length =
    short === 127 ? Number(bytes.readBigUInt64BE(at + 2)) : short === 126 ? bytes.readUInt16BE(at + 2) : short
  const end = at + head + length
  if (bytes.length < end) return null
  const first = bytes.readUInt8(at)
  return { opcode: first & 0x0f, final: first >= 0x80, payload: bytes.subarray(at + head, end), end }
}
