type Waiting<Item, Answer> = {
  item: Item
  resolve(answer: Answer): void
  reject(error: unknown): void
}

/** More in one step would keep everybody in it waiting for the last. */
const most = 250

/**
 * Does many small things in few large steps: while one step is at work, what comes in waits and goes as the next one;
 * whoever comes alone waits for nobody. `work` answers in the order of its items; its failure is the failure of all of
 * them.
 */
export class InBatches<Item, Answer> {
  #work: (items: readonly Item[]) => Promise<readonly Answer[]>
  #waiting: Waiting<Item, Answer>[] = []
  #running: Promise<void> | null = null

  constructor(work: (items: readonly Item[]) => Promise<readonly Answer[]>) {
    this.#work = work
  }

  do(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      this.#running ??= this.#run()
    })
  }

  /** Resolves when everything that has come in so far is done. */
  async settled(): Promise<void> {
    await this.#running
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) await this.#step(this.#waiting.splice(0, most))
    this.#running = null
  }

  async #step(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.#work(batch.map(({ item }) => item))
      if (answers.length !== batch.length) throw new Error('an answer for each item was expected')
      for (const [at, answer] of answers.entries()) batch[at]?.resolve(answer)
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }
}
