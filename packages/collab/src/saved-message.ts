import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/**
 * The one message type beside the y-websocket protocol: "is everything up to here on disk?"
 *
 * The client numbers its questions on each connection and sends `mark n` whenever it has sent something. When all that
 * arrived on this connection before the mark is durable, the server answers `saved n`. TCP keeps the order, so nobody
 * has to count updates, deletions included. The first mark also tells the server that the client understands this
 * message type: stock clients never ask and are never sent one.
 *
 *     client → server   mark n
 *     server → client   saved n, epoch      all before mark n survives a crash; epoch of the document
 *                       refused reason      edits were not taken: `read-only` or `document-full`
 *                       almost-full bytes   the document has reached four fifths of its limit
 *                       present people      how many connections look at the document, for those who see no carets
 */
export type SavedMessage =
  | { kind: 'mark'; mark: number }
  | { kind: 'saved'; mark: number; epoch: number }
  | { kind: 'refused'; reason: 'read-only' | 'document-full' }
  | { kind: 'almost-full'; bytes: number; limit: number }
  | { kind: 'present'; connections: number }

/** y-websocket uses 0–3, Hocuspocus 4–9. */
export const savedMessageType = 83

const kinds = ['mark', 'saved', 'refused', 'almost-full', 'present'] as const
const reasons = ['read-only', 'document-full'] as const

/** The whole message with its type in front. */
export function encodeSavedMessage(message: SavedMessage): Uint8Array {
  return encoding.encode(encoder => {
    encoding.writeVarUint(encoder, savedMessageType)
    encoding.writeVarUint(encoder, kinds.indexOf(message.kind))
    for (const number of fields(message)) encoding.writeVarUint(encoder, number)
  })
}

function fields(message: SavedMessage): number[] {
  switch (message.kind) {
    case 'mark':
      return [message.mark]
    case 'saved':
      return [message.mark, message.epoch]
    case 'refused':
      return [reasons.indexOf(message.reason)]
    case 'almost-full':
      return [message.bytes, message.limit]
    case 'present':
      return [message.connections]
  }
}

/** Reads what follows the message type; null if it is none of ours. */
export function decodeSavedMessage(decoder: decoding.Decoder): SavedMessage | null {
  try {
    return read(decoder)
  } catch {
    return null
  }
}

function read(decoder: decoding.Decoder): SavedMessage | null {
  const kind = kinds[decoding.readVarUint(decoder)]
  const number = decoding.readVarUint(decoder)
  switch (kind) {
    case 'mark':
      return { kind, mark: number }
    case 'saved':
      return { kind, mark: number, epoch: decoding.readVarUint(decoder) }
    case 'refused': {
      const reason = reasons[number]
      return reason === undefined ? null : { kind, reason }
    }
    case 'almost-full':
      return { kind, bytes: number, limit: decoding.readVarUint(decoder) }
    case 'present':
      return { kind, connections: number }
    default:
      return null
  }
}
