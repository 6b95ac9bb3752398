import * as Y from 'yjs'
import { DocumentLog } from '../document-log.js'
import { createMemoryStore } from '../memory-store.js'
import type { Room } from '../room.js'
import { HandClient } from './hand-client.js'
import { type Bench, createBench } from './open-room.js'
import { createStepStore, type Outcome, type StepStore } from './step-store.js'

/** What can happen; numbers are reduced to what there is. */
export type Happening =
  | { kind: 'insert' | 'delete'; client: number; at: number; length: number }
  | { kind: 'push'; client: number; count: number }
  | { kind: 'pull' | 'mark' | 'connect' | 'disconnect' | 'stall' | 'drain'; client: number }
  | { kind: 'step'; index: number; outcome: Outcome }
  | { kind: 'settle'; ms: number }
  | { kind: 'fold' | 'crash' }

/**
 * A server that may die between any two steps of its store, and people who edit meanwhile. Everything that anybody was
 * told is saved, and everything that was ever sent to somebody, is remembered as a promise.
 */
export class FuzzWorld {
  readonly clients = [
    new HandClient('writer', 1),
    new HandClient('writer', 2),
    new HandClient('writer', 3),
    new HandClient('reader', 4),
  ]
  readonly #disk = createMemoryStore()
  readonly #promises: Uint8Array[] = []
  readonly #marks = new Map<HandClient, Map<number, Uint8Array>>()
  #steps: StepStore = createStepStore(this.#disk)
  #bench: Bench = createBench(this.#steps, limits)
  #room: Room | null = null

  async happen(happening: Happening): Promise<void> {
    if ('client' in happening)
      await this.#toClient(this.clients[happening.client % this.clients.length], happening)
    else await this.#toServer(happening)
    await this.#bench.settle()
    this.#open()
    this.#dropClosed()
  }

  async #toClient(client: HandClient | undefined, happening: Happening & { client: number }): Promise<void> {
    if (!client) return
    const canWrite = client.doc.clientID !== 4
    const { length } = client.doc.getText('t')
    switch (happening.kind) {
      case 'insert':
        if (canWrite) client.insert(happening.at % (length + 1), 'abcdefghij'.slice(0, happening.length))
        break
      case 'delete': {
        const at = happening.at % (length + 1)
        if (canWrite) client.doc.getText('t').delete(at, Math.min(happening.length, length - at))
        break
      }
      case 'push':
        client.push(happening.count)
        break
      case 'mark':
        if (client.synced && client.connected) this.#remember(client)
        break
      case 'connect':
        if (this.#room && !client.connected) client.connect(this.#room)
        break
      case 'stall':
        client.wire.stalled = true
        break
      case 'pull':
        await this.#pull(client)
        break
      case 'drain':
        client.drain(this.#bench.clock.now())
        break
      case 'disconnect':
        client.disconnect()
    }
  }

  #remember(client: HandClient): void {
    const marks = this.#marks.get(client) ?? new Map<number, Uint8Array>()
    this.#marks.set(client, marks.set(client.mark(), Y.encodeStateAsUpdate(client.doc)))
  }

  /** What a client has been told and sent binds the server from now on, and must be on disk already. */
  async #pull(client: HandClient): Promise<void> {
    client.pull()
    const news = client.seen.splice(0)
    const saved = this.#marks.get(client)?.get(client.saved)
    if (saved) news.push(saved)
    this.#marks.get(client)?.delete(client.saved)
    this.#promises.push(...news)
    if (news.length > 0) await this.#expectOnDisk(news)
  }

  async #toServer(happening: Happening): Promise<void> {
    if (happening.kind === 'step') {
      const { pending } = this.#steps
      await pending[happening.index % pending.length]?.finish(happening.outcome)
    } else if (happening.kind === 'settle') await this.#bench.settle(happening.ms)
    else if (happening.kind === 'fold') void this.#room?.fold()
    else if (happening.kind === 'crash') await this.#crash()
  }

  async #crash(): Promise<void> {
    this.#steps.crash()
    for (const client of this.clients) client.disconnect()
    this.#room = null
    await this.check()
    this.#steps = createStepStore(this.#disk)
    this.#bench = createBench(this.#steps, limits)
  }

  /** Rooms open as the store allows; a load that fails is tried again with the next happening. */
  #open(): void {
    if (this.#room && !this.#room.ended) return
    const bench = this.#bench
    bench.open().then(
      room => {
        if (bench === this.#bench) this.#room = room
      },
      () => {},
    )
  }

  #dropClosed(): void {
    for (const client of this.clients) if (client.wire.closing) client.disconnect()
  }

  /** Throws if the disk lacks something that was promised. */
  check(): Promise<void> {
    return this.#expectOnDisk(this.#promises)
  }

  async #expectOnDisk(promises: readonly Uint8Array[]): Promise<void> {
    const stored = await this.#stored()
    let news = 0
    stored.on('update', () => news++)
    for (const promise of promises) Y.applyUpdate(stored, promise)
    if (news > 0) throw new Error('something that was promised is not on disk')
  }

  async #stored(): Promise<Y.Doc> {
    const { snapshot, entries } = await new DocumentLog(this.#disk, 'd').load(async () => null)
    const doc = new Y.Doc()
    if (snapshot) Y.applyUpdate(doc, snapshot.update)
    for (const { updates } of entries) for (const update of updates) Y.applyUpdate(doc, update)
    return doc
  }

  /** Lets everything go well until nothing moves any more; returns every document, the stored one last. */
  async comeToRest(): Promise<Y.Doc[]> {
    for (let round = 0; round < 12; round++) {
      this.#steps.flow()
      await this.#bench.settle(2_500)
      this.#open()
      await this.#bench.settle()
      for (const client of this.clients) {
        if (client.wire.closing) client.disconnect()
        if (this.#room && !client.connected) client.connect(this.#room)
        client.drain(this.#bench.clock.now())
        client.push()
        await this.#pull(client)
      }
    }
    return [...this.clients.map(({ doc }) => doc), await this.#stored()]
  }
}

/** Small bounds, so that every path is walked. */
const limits = { queuedBytes: 200, foldRows: 5, storeOutageMs: 1_000 }
