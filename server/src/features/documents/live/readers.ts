import type { Collab } from '@randnotiz/collab'
import { DocumentId } from '@randnotiz/contract/kit/ids'
import type { EventBus } from '../../../platform/domain-events.js'
import type { Logger } from '../../../platform/logger.js'
import { ChangeAnnouncer } from './change-announcer.js'
import { noRemoteReaders, openRemoteReaders } from './remote-readers.js'

export type ReadersParts = {
  collab(): Pick<Collab, 'connections' | 'metrics'>
  redisUrl: string | undefined
  events: EventBus
  log: Logger
}

const announceMs = 1_000

/** How many people have a document open, here and on other instances; says `documents/readers-changed`. */
export class Readers {
  #collab: ReadersParts['collab']
  #remote
  #announcer: ChangeAnnouncer<DocumentId>

  constructor({ collab, redisUrl, events, log }: ReadersParts) {
    this.#collab = collab
    const onChange = (documentId: DocumentId) => events.emit('documents/readers-changed', { documentId })
    this.#remote = redisUrl === undefined ? noRemoteReaders : openRemoteReaders({ redisUrl, onChange, log })
    this.#announcer = new ChangeAnnouncer<DocumentId>(announceMs, id => {
      this.#remote.tell(this.#countOpen())
      onChange(id)
    })
  }

  /** One person with two tabs on an instance counts once if signed in. */
  count(id: DocumentId): number {
    return this.#here(id) + this.#remote.of(id)
  }

  /** Somebody came or went. */
  changed(id: DocumentId): void {
    this.#announcer.changed(id)
  }

  async close(): Promise<void> {
    await this.#announcer.flush()
    this.#remote.close()
  }

  #here(id: string): number {
    const connections = this.#collab().connections(id)
    const people = new Set(connections.flatMap(({ userId }) => userId ?? []))
    return people.size + connections.filter(({ userId }) => userId === undefined).length
  }

  #countOpen(): Map<DocumentId, number> {
    const rooms = this.#collab().metrics().rooms
    return new Map(
      rooms.flatMap(({ documentId }) => {
        const readers = this.#here(documentId)
        return readers > 0 ? [[DocumentId.parse(documentId), readers]] : []
      }),
    )
  }
}
