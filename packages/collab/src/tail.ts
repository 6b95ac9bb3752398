import type { Frame } from './frame.js'

/** An update that is on disk, with its bytes ready for every socket. */
export interface Piece {
  seq: number
  update: Uint8Array
  frame: Frame
}

/** Updates that are in the snapshot already are kept for members that are behind, up to here. */
const keptBytes = 1024 * 1024

/** The newest updates of a document, in the order of their rows. */
export class Tail {
  #pieces: Piece[] = []
  bytes = 0

  add(piece: Piece): void {
    this.#pieces.push(piece)
    this.bytes += piece.update.length
  }

  /** Those of the rows after `after`, up to and including `upTo`. */
  between(after: number, upTo = Number.POSITIVE_INFINITY): Piece[] {
    return this.#pieces.filter(({ seq }) => seq > after && seq <= upTo)
  }

  /** Whether everything after that row is still here, given that rows up to `foldedUpTo` may have been dropped. */
  reaches(position: number, foldedUpTo: number): boolean {
    const oldest = this.#pieces[0]?.seq
    return position >= foldedUpTo || (oldest !== undefined && position + 1 >= oldest)
  }

  /** Drops rows up to `upTo`, and more of those up to `foldedUpTo` as long as there are too many bytes. */
  forget(upTo: number, foldedUpTo: number): void {
    let { bytes } = this
    const keep = this.#pieces.findIndex(({ seq, update }) => {
      const isDropped = seq <= upTo || (seq <= foldedUpTo && bytes > keptBytes)
      bytes -= isDropped ? update.length : 0
      return !isDropped
    })
    this.#pieces.splice(0, keep < 0 ? this.#pieces.length : keep)
    this.bytes = bytes
  }
}
