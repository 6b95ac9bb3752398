import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Snapshot } from './folder.js'

/** Below MongoDB's limit of 16 MB for a record. */
export const chunkBytes = 8 * 1024 * 1024

export function encodeSnapshot({ update, vector, deletes }: Snapshot): Uint8Array {
  return encoding.encode(encoder => {
    for (const part of [update, vector, deletes]) encoding.writeVarUint8Array(encoder, part)
  })
}

/** Throws if the chunks do not make up a snapshot. */
export function decodeSnapshot(chunks: readonly Uint8Array[]): Snapshot {
  const bytes = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
  const decoder = decoding.createDecoder(bytes)
  const update = decoding.readVarUint8Array(decoder)
  const vector = decoding.readVarUint8Array(decoder)
  return { update, vector, deletes: decoding.readVarUint8Array(decoder) }
}

export function splitIntoChunks(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / chunkBytes) }, (_, index) =>
    bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes),
  )
}
