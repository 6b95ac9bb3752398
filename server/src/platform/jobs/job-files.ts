import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { z } from 'zod'
import type { JobModels } from './models.js'

const chunkBytes = 1024 * 1024
const Chunk = z.object({ bytes: z.instanceof(Uint8Array) })

/** Files that jobs have made, where every instance can read them. One chunk at a time is in memory. */
export class JobFiles {
  readonly #files: JobModels['files']

  constructor({ files }: JobModels) {
    this.#files = files
  }

  /** Answers the token that leads to it. What is broken off leaves chunks that nobody names; they are swept. */
  async keep(path: string, createdAt: Date): Promise<{ token: string; bytes: number }> {
    const token = randomUUID()
    let [index, bytes] = [0, 0]
    for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
      const read = z.instanceof(Buffer).parse(chunk)
      await this.#files.create({ token, index: index++, bytes: read, createdAt })
      bytes += read.length
    }
    return { token, bytes }
  }

  /** @throws where a chunk is missing: half a file must not look like a whole one. */
  async *read(token: string, bytes: number): AsyncGenerator<Uint8Array> {
    let rest = bytes
    for (let index = 0; rest > 0; index++) {
      const row = await this.#files.collection.findOne({ token, index }, { promoteBuffers: true })
      const { bytes: chunk } = Chunk.parse(row)
      rest -= chunk.length
      yield chunk
    }
  }

  async remove(token: string): Promise<void> {
    await this.#files.deleteMany({ token })
  }

  /** Removes what was written before a moment and is not named by any of the tokens. */
  async sweep(before: Date, named: readonly string[]): Promise<void> {
    await this.#files.deleteMany({ createdAt: { $lt: before }, token: { $nin: named } })
  }
}
