/**
 * What has been opened and must be closed, the newest first. A start that fails half-way closes what it had opened; one
 * part that cannot be closed does not keep the others open.
 */
export class Closing {
  #steps: (() => void | Promise<void>)[] = []

  /** Remembers how to close something; to be called as soon as it is open. */
  add(step: () => void | Promise<void>): void {
    this.#steps.push(step)
  }

  /** @throws the first failure, when everything has been tried. */
  async run(): Promise<void> {
    const failures: unknown[] = []
    for (const step of this.#steps.splice(0).reverse()) {
      try {
        await step()
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0) throw failures[0]
  }
}
