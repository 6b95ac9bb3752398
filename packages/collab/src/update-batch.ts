import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** `Y.mergeUpdates` costs 2 µs an update up to here, and grows with the square of their number beyond. */
const mergeAtMost = 100

/** Merges neighbours; the result says the same in fewer pieces, mostly in one. */
export function mergeBatch(updates: readonly Uint8Array[]): Uint8Array[] {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < updates.length; at += mergeAtMost) {
    const part = updates.slice(at, at + mergeAtMost)
    pieces.push(...(part.length === 1 ? part : mergeOrKeep(part)))
  }
  return pieces
}

/** Merging saves bytes, nothing else depends on it. */
function mergeOrKeep(updates: Uint8Array[]): Uint8Array[] {
  try {
    return [Y.mergeUpdates(updates)]
  } catch {
    return updates
  }
}

/** The bytes of a log row. */
export function encodeBatch(updates: readonly Uint8Array[]): Uint8Array {
  return encoding.encode(encoder => {
    encoding.writeVarUint(encoder, updates.length)
    for (const update of updates) encoding.writeVarUint8Array(encoder, update)
  })
}

/** Throws if the bytes are not those of a log row. */
export function decodeBatch(bytes: Uint8Array): Uint8Array[] {
  const decoder = decoding.createDecoder(bytes)
  return Array.from({ length: decoding.readVarUint(decoder) }, () => decoding.readVarUint8Array(decoder))
}
