import * as Y from 'yjs'

/** For each Yjs client how many of its operations, counted from its first, are meant. */
export type OperationCounts = ReadonlyMap<number, number>

/**
 * Which operations of a document are on the server's disk, as far as this browser can know: those that the server has
 * confirmed, and those that it has sent, since nothing is sent to anybody before it is written. Whatever else is in the
 * document exists here only. It never knows too much: what is missing counts as unsent.
 */
export class DurableOperations {
  readonly #counts = new Map<number, number>()

  get counts(): OperationCounts {
    return this.#counts
  }

  confirm(counts: OperationCounts): void {
    for (const [client, count] of counts)
      if (count > (this.#counts.get(client) ?? 0)) this.#counts.set(client, count)
  }

  /** An update that came from the server. */
  receive(update: Uint8Array): void {
    this.confirm(Y.parseUpdateMeta(update).to)
  }
}
