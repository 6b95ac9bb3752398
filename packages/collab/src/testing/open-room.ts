import type { Bus } from '../bus.js'
import type { CollabEvent } from '../collab-event.js'
import { createInlineFolder, type Folder } from '../folder.js'
import { defaultLimits, type Limits } from '../limits.js'
import type { Room } from '../room.js'
import { RoomRegistry } from '../room-registry.js'
import type { CollabStore } from '../store.js'
import { createManualClock, type ManualClock } from './manual-clock.js'

export interface Bench {
  registry: RoomRegistry
  clock: ManualClock
  events: CollabEvent[]
  open(): Promise<Room>
  /** Lets everything happen that is due, without moving time by more than `ms`. */
  settle(ms?: number): Promise<void>
}

/** Rooms without sockets, with a clock moved by hand and folding in the same thread. */
export function createBench(
  {
    store,
    folder = createInlineFolder(),
    bus = null,
  }: { store: CollabStore; folder?: Folder; bus?: Bus | null },
  limits: Partial<Limits> = {},
): Bench {
  const clock = createManualClock()
  const events: CollabEvent[] = []
  const registry = new RoomRegistry({
    store,
    folder,
    clock,
    limits: { ...defaultLimits, ...limits },
    bus,
    report: event => events.push(event),
    initialContent: async () => null,
    onChange: () => {},
  })
  const settle = async (ms = 0) => {
    for (let round = 0; round < 8; round++) {
      clock.advance(round === 0 ? ms : 0)
      await new Promise(resolve => setImmediate(resolve))
    }
  }
  return { registry, clock, events, open: () => registry.open('d'), settle }
}
