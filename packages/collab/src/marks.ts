import type { DocumentKeeper } from './document-keeper.js'
import type { Member } from './member.js'
import { frameSaved } from './protocol.js'

interface Mark {
  member: Member
  mark: number
  /** The last update taken before the mark. */
  number: number
}

interface Promised {
  number: number
  resolve(isDurable: boolean): void
}

/** Questions "is everything up to here durable?" that wait for their answer, of members and of the server itself. */
export class Marks {
  #waiting: Mark[] = []
  #promised: Promised[] = []
  #ended = false

  add(mark: Mark): void {
    this.#waiting.push(mark)
  }

  /** Resolves with true when that update is durable, and with false if the room ends before. */
  promise(number: number, { queue }: DocumentKeeper): Promise<boolean> {
    if (queue.durable >= number) return Promise.resolve(true)
    if (this.#ended) return Promise.resolve(false)
    return new Promise(resolve => this.#promised.push({ number, resolve }))
  }

  /** Answers what can be answered by now; both lists are in the order of their numbers. */
  answer({ queue, state }: DocumentKeeper): void {
    if (this.#waiting.length + this.#promised.length === 0) return
    const open = this.#waiting.findIndex(({ number }) => number > queue.durable)
    for (const { member, mark } of this.#waiting.splice(0, open < 0 ? this.#waiting.length : open))
      member.note('saved', frameSaved({ kind: 'saved', mark, epoch: state.epoch }))
    const due = this.#promised.filter(({ number }) => number <= queue.durable)
    this.#promised = this.#promised.filter(({ number }) => number > queue.durable)
    for (const { resolve } of due) resolve(true)
  }

  forget(member: Member): void {
    this.#waiting = this.#waiting.filter(waiting => waiting.member !== member)
  }

  end(): void {
    this.#ended = true
    this.#waiting = []
    for (const { resolve } of this.#promised.splice(0)) resolve(false)
  }
}
