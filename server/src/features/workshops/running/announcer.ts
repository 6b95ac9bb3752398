/**
 * Tells hall, desk and projectors how a session stands. Views are whole and only the newest counts, so changes that come
 * in quick succession go out as one: the first at once, the rest together after a short while.
 */
export class Announcer<Key> {
  #everyMs: number
  #tell: (key: Key) => void | Promise<void>
  #onError: (error: unknown) => void
  #waiting = new Map<Key, 'resting' | 'due'>()
  #timers = new Set<NodeJS.Timeout>()

  constructor(everyMs: number, tell: (key: Key) => void | Promise<void>, onError: (error: unknown) => void) {
    this.#everyMs = everyMs
    this.#tell = tell
    this.#onError = onError
  }

  changed(key: Key): void {
    if (this.#waiting.has(key)) this.#waiting.set(key, 'due')
    else this.#send(key)
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
    this.#waiting.clear()
  }

  #send(key: Key): void {
    this.#waiting.set(key, 'resting')
    const tell = async () => this.#tell(key)
    tell().catch(this.#onError)
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      const isDue = this.#waiting.get(key) === 'due'
      this.#waiting.delete(key)
      if (isDue) this.#send(key)
    }, this.#everyMs)
    this.#timers.add(timer)
  }
}
