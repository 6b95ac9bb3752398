import type { Result } from '@randnotiz/contract/kit/result'
import type { DeskView } from '@randnotiz/contract/workshops/desk'
import type { Move } from '@randnotiz/contract/workshops/moves'
import type { Session } from '@randnotiz/contract/workshops/session'

/** The state of a session on the screen of whoever moves. */
export type Seen = Pick<Session, 'version' | 'deskVersion'>

type Send = (move: Move, seen: Seen) => Promise<Result<DeskView>>

/**
 * The moves of one desk that are on their way. Each carries the version that its person saw, so the server refuses what
 * no longer fits, and none has to wait for another's answer. The same wish from the same state is one wish, however
 * often it is pressed: two presses on a slow network move once, and a press on what has just come is a new one.
 */
export class MovesUnderWay {
  #send: Send
  #changed: () => void
  #waiting = new Map<string, Promise<Result<DeskView>>>()

  constructor(parts: { send: Send; changed(): void }) {
    this.#send = parts.send
    this.#changed = parts.changed
  }

  has(move: Move, seen: Seen): boolean {
    return this.#waiting.has(wishOf(move, seen))
  }

  ask(move: Move, seen: Seen): Promise<Result<DeskView>> {
    const wish = wishOf(move, seen)
    const waiting = this.#waiting.get(wish)
    if (waiting) return waiting
    const answer = this.#send(move, seen).finally(() => {
      this.#waiting.delete(wish)
      this.#changed()
    })
    this.#waiting.set(wish, answer)
    this.#changed()
    return answer
  }
}

const wishOf = (move: Move, { deskVersion }: Seen) => `${deskVersion} ${JSON.stringify(move)}`
