/**
 * Says at most once per `intervalMs` that something has changed: the first change starts the interval, its end says
 * so. However long somebody types, others hear of it.
 */
export class ChangeAnnouncer {
  #waiting = new Map<string, NodeJS.Timeout>()
  #say: (key: string) => void
  #intervalMs: number

  constructor(intervalMs: number, say: (key: string) => void) {
    this.#intervalMs = intervalMs
    this.#say = say
  }

  changed(key: string): void {
    if (this.#waiting.has(key)) return
    this.#waiting.set(
      key,
      setTimeout(() => this.#speak(key), this.#intervalMs),
    )
  }

  /** Says now what is still to be said. */
  flush(): void {
    for (const key of [...this.#waiting.keys()]) this.#speak(key)
  }

  #speak(key: string): void {
    clearTimeout(this.#waiting.get(key))
    this.#waiting.delete(key)
    this.#say(key)
  }
}
