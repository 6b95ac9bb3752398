import type { RoomParts } from './document-keeper.js'
import { DocumentLog } from './document-log.js'
import { Room } from './room.js'
import type { CollabStore } from './store.js'

export interface RegistryParts extends Omit<RoomParts, 'documentId' | 'log'> {
  store: CollabStore
  initialContent(documentId: string): Promise<Uint8Array | null>
  onChange(documentId: string, update: Uint8Array, seq: number): void
}

/**
 * The open rooms. A document is loaded once, however many ask for it; a failed load leaves nothing behind. A room is
 * dropped in one step, and only when nobody is in it and nothing is under way, so nobody is ever served from a room that
 * is no longer the one everybody else gets.
 */
export class RoomRegistry {
  readonly #parts: RegistryParts
  readonly #rooms = new Map<string, Room>()
  readonly #loading = new Map<string, Promise<Room>>()

  constructor(parts: RegistryParts) {
    this.#parts = parts
  }

  get rooms(): Iterable<Room> {
    return this.#rooms.values()
  }

  find(documentId: string): Room | undefined {
    const room = this.#rooms.get(documentId)
    return room?.ended ? undefined : room
  }

  /** Rejects if the store does. */
  open(documentId: string): Promise<Room> {
    const room = this.find(documentId)
    if (room) return Promise.resolve(room)
    this.#dropEnded(documentId)
    const loading = this.#loading.get(documentId) ?? this.#load(documentId)
    this.#loading.set(documentId, loading)
    return loading
  }

  /** Who keeps something beside a room must hear that it is over before there is another. */
  #dropEnded(documentId: string): void {
    const ended = this.#rooms.get(documentId)
    if (ended) this.drop(ended)
  }

  async #load(documentId: string): Promise<Room> {
    const { store, initialContent, onChange, ...parts } = this.#parts
    try {
      const log = new DocumentLog(store, documentId)
      const loaded = await log.load(() => initialContent(documentId))
      const room = new Room({ ...parts, documentId, log }, loaded, (update, seq) =>
        onChange(documentId, update, seq),
      )
      this.#rooms.set(documentId, room)
      parts.report({ kind: 'opened', documentId })
      if (parts.bus) void room.keeper.catchUp()
      return room
    } finally {
      this.#loading.delete(documentId)
    }
  }

  tick(now: number): void {
    for (const room of this.#rooms.values()) room.tick(now)
    this.#unload(now)
  }

  /** Drops rooms that have been empty for long, and more of them while they take too much memory together. */
  #unload(now: number): void {
    const { warmMs, warmBytes } = this.#parts.limits
    const empty = [...this.#rooms.values()].filter(room => room.emptySince !== null && room.keeper.settled)
    let bytes = 0
    for (const room of empty.sort((a, b) => (b.emptySince ?? now) - (a.emptySince ?? now))) {
      bytes += room.keeper.state.bytes
      if (room.ended || bytes > warmBytes || now - (room.emptySince ?? now) > warmMs) this.drop(room)
    }
  }

  drop(room: Room): void {
    if (this.#rooms.get(room.documentId) !== room) return
    this.#rooms.delete(room.documentId)
    room.end({ code: 1001, reason: 'unloaded' })
    this.#parts.report({ kind: 'unloaded', documentId: room.documentId })
  }
}
