import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type Frame, frameMessage } from './frame.js'
import {
  decodeSavedMessage,
  encodeSavedMessage,
  type SavedMessage,
  savedMessageType,
} from './saved-message.js'

/**
 * The messages of y-websocket (y-protocols/PROTOCOL.md), read and written without a Y.Doc.
 *
 * Types are variable-length numbers that fit into one byte; we read them as bytes, so that a read-only connection can be
 * judged by the first two bytes of a message, and nobody gets around that with a longer spelling of the same number.
 */
const sync = 0
const awareness = 1
const queryAwareness = 3
const step1 = 0
const step2 = 1
const update = 2

export type Incoming =
  | { kind: 'step1'; vector: Uint8Array }
  | { kind: 'step2' | 'update'; update: Uint8Array }
  | { kind: 'awareness'; payload: Uint8Array }
  | { kind: 'query-awareness' }
  | { kind: 'mark'; mark: number }
  | { kind: 'malformed'; reason: string }

/** True for messages that could change the document, judged before anything is decoded. */
export function isWrite(data: Uint8Array): boolean {
  return data[0] === sync && data[1] !== step1
}

/** True for messages about carets and presence. */
export function isAwareness(data: Uint8Array): boolean {
  return data[0] === awareness || data[0] === queryAwareness
}

export function readMessage(data: Uint8Array): Incoming {
  try {
    return read(data)
  } catch (error) {
    return { kind: 'malformed', reason: error instanceof Error ? error.message : 'unreadable' }
  }
}

function read(data: Uint8Array): Incoming {
  if (data[0] === sync) return readSync(data)
  if (data[0] === awareness) return { kind: 'awareness', payload: bytesFrom(data, 1) }
  if (data[0] === queryAwareness) return { kind: 'query-awareness' }
  if (data[0] === savedMessageType) {
    const message = decodeSavedMessage(decoding.createDecoder(data.subarray(1)))
    if (message?.kind === 'mark') return message
  }
  return { kind: 'malformed', reason: 'unknown message type' }
}

function readSync(data: Uint8Array): Incoming {
  const bytes = bytesFrom(data, 2)
  if (data[1] === step1) return { kind: 'step1', vector: bytes }
  if (data[1] === step2) return { kind: 'step2', update: bytes }
  if (data[1] === update) return { kind: 'update', update: bytes }
  return { kind: 'malformed', reason: 'unknown sync message' }
}

function bytesFrom(data: Uint8Array, at: number): Uint8Array {
  return decoding.readVarUint8Array(decoding.createDecoder(data.subarray(at)))
}

export const frameStep1 = (vector: Uint8Array): Frame => framed([sync, step1], vector)
export const frameUpdate = (bytes: Uint8Array): Frame => framed([sync, update], bytes)
export const frameAwareness = (payload: Uint8Array): Frame => framed([awareness], payload)
export const frameSaved = (message: SavedMessage): Frame =>
  frameMessage(new Uint8Array(0), encodeSavedMessage(message))

/** An empty step 2: everything was sent as updates before it, so "synced" fires when all is there. */
export const syncedFrame: Frame = framed([sync, step2], Uint8Array.of(0, 0))

/** A ping for the operating system and an awareness message without entries, which a stock client takes as a sign of life. */
export const heartbeatFrame: Frame = [
  Buffer.concat([Uint8Array.of(0x89, 0), ...framed([awareness], Uint8Array.of(0))]),
]

function framed(types: number[], payload: Uint8Array): Frame {
  const prefix = encoding.encode(encoder => {
    for (const type of types) encoding.writeVarUint(encoder, type)
    encoding.writeVarUint(encoder, payload.length)
  })
  return frameMessage(prefix, payload)
}
