/**
 * What a person is told about their work, from four observations:
 *
 *   server   has everything that was typed been written to the server's disk ("saved" answers to our marks)?
 *   unsaved  was anything typed since the last such answer?
 *   copy     is everything on this device?
 *   ending   did the server say a last word (it will not take our edits)?
 *
 * Nothing is called saved before the server has said so, and nobody is warned on leaving while the work is safe on
 * either side.
 */
import { closeCodes } from '@randnotiz/collab/close-codes'
import type { SaveState } from '@randnotiz/collab/save-state'
import type { DeviceCopyState } from './device-copy.js'

/** Why the server takes no more edits. */
export type SessionEnding =
  | 'sign-in-required'
  | 'not-permitted'
  | 'unknown-text'
  | 'text-replaced'
  | 'text-full'
  | 'connection-broken'

export type SaveObservation = {
  server: SaveState
  unsaved: boolean
  copy: DeviceCopyState
  ending: SessionEnding | null
}

/** Where typed text is that the server has not confirmed. */
export type Unsaved = 'none' | 'on-device' | 'only-here'

export type SaveStatus =
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'offline'; unsaved: Unsaved }
  | { kind: 'refused'; ending: SessionEnding; unsaved: Unsaved }

export function saveStatusOf(observed: SaveObservation): SaveStatus {
  const unsaved = unsavedOf(observed)
  if (observed.ending !== null) return { kind: 'refused', ending: observed.ending, unsaved }
  if (observed.server === 'offline') return { kind: 'offline', unsaved }
  return { kind: observed.server }
}

function unsavedOf({ server, unsaved, copy }: SaveObservation): Unsaved {
  if (!unsaved || server === 'saved') return 'none'
  return copy === 'kept' ? 'on-device' : 'only-here'
}

/** Whether closing the window now would lose work. */
export function wouldLoseWork(observed: SaveObservation): boolean {
  return unsavedOf(observed) === 'only-here'
}

/** What a close code of the collaboration server means; see `collab/close-codes`. */
export function endingOf(closeCode: number): SessionEnding {
  switch (closeCode) {
    case closeCodes.unauthenticated:
      return 'sign-in-required'
    case closeCodes.forbidden:
      return 'not-permitted'
    case closeCodes.unknownDocument:
      return 'unknown-text'
    case closeCodes.replaced:
      return 'text-replaced'
    case closeCodes.documentFull:
      return 'text-full'
    default:
      return 'connection-broken'
  }
}
