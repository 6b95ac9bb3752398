import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Granted } from './access.js'

/** One client's state in an awareness update; `state` is the JSON text, `null` when the client is gone. */
export interface AwarenessEntry {
  clientId: number
  clock: number
  state: string
}

export const goneState = 'null'

/** Throws on anything that is not an awareness update. */
export function decodeAwareness(payload: Uint8Array): AwarenessEntry[] {
  const decoder = decoding.createDecoder(payload)
  const entries: AwarenessEntry[] = []
  for (let count = decoding.readVarUint(decoder); count > 0; count--)
    entries.push({
      clientId: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      state: decoding.readVarString(decoder),
    })
  return entries
}

export function encodeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  return encoding.encode(encoder => {
    encoding.writeVarUint(encoder, entries.length)
    for (const { clientId, clock, state } of entries) {
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, state)
    }
  })
}

/**
 * The state with the identity the authoriser gave, whatever the client says it is called; null if it is no JSON.
 * `user.name` and `user.color` are what Tiptap's carets show.
 */
export function withIdentity(state: string, { userId, name, colour }: Granted): string | null {
  try {
    const parsed: unknown = JSON.parse(state)
    if (parsed === null) return goneState
    if (typeof parsed !== 'object') return null
    if (name === undefined) return state
    const claimed = 'user' in parsed && typeof parsed.user === 'object' ? parsed.user : {}
    return JSON.stringify({ ...parsed, user: { ...claimed, id: userId, name, color: colour } })
  } catch {
    return null
  }
}
