import type { SpotlightMode } from '@randnotiz/contract/workshops/session'

/** How somebody is occupied when a passage is pointed at. */
export type Occupied = {
  /** In a field, or with the keyboard anywhere on the page. */
  isBusy: boolean
  /** They have asked for a page that does not move by itself. */
  staysPut: boolean
}

/**
 * What the page does by itself: `show` opens the passage and scrolls to it, `offer` says that there is one and leaves the
 * rest to a button. Whoever types, uses the keyboard or a screen reader is not moved; whoever knows that their reader
 * loses its place has said so.
 */
export function arrivalOf(mode: SpotlightMode, { isBusy, staysPut }: Occupied): 'show' | 'offer' {
  return mode === 'invite' || isBusy || staysPut ? 'offer' : 'show'
}

/** Only what somebody works in keeps the focus; after a tap on the page it is nowhere. */
export const isOccupied = (): boolean =>
  document.activeElement !== null && document.activeElement !== document.body
