/**
 * Says at most once per `intervalMs` that something has changed: the first change starts the interval, its end says
 * so. However long somebody types, others hear of it. `say` must not throw.
 */
export class ChangeAnnouncer<Key extends string> {
  #waiting = new Map<Key, NodeJS.Timeout>()
  #say: (key: Key) => void | Promise<void>
  #intervalMs: number

  constructor(intervalMs: number, say: (key: Key) => void | Promise<void>) {
    this.#intervalMs = intervalMs
    this.#say = say
  }

  changed(key: Key): void {
    if (this.#waiting.has(key)) return
    this.#waiting.set(
      key,
      setTimeout(() => void this.#speak(key), this.#intervalMs),
    )
  }

  /** Says now what is still to be said. */
  async flush(): Promise<void> {
    await Promise.all([...this.#waiting.keys()].map(key => this.#speak(key)))
  }

  async #speak(key: Key): Promise<void> {
    clearTimeout(this.#waiting.get(key))
    this.#waiting.delete(key)
    await this.#say(key)
  }
}
