import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import type { VersionModels } from './version-models.js'

/** Canonical JSON of the content, HTML, flat text, and the Yjs state as one update. */
export type KeptPart = 'content' | 'html' | 'text' | 'state'
export type KeptParts = { [Part in KeptPart]?: string | Uint8Array }

const chunkBytes = 4 * 1024 * 1024
const [compress, decompress] = [promisify(gzip), promisify(gunzip)]
const StoredChunk = z.object({ bytes: z.instanceof(Uint8Array) })

/**
 * What is kept of versions. It is written before the row that names its token, so that a row never leads to nothing; what
 * a crash in between leaves behind belongs to nobody and is swept.
 */
export class KeptTexts {
  readonly #chunks: VersionModels['keptChunks']

  constructor({ keptChunks }: VersionModels) {
    this.#chunks = keptChunks
  }

  /** Answers the token that leads to it. */
  async keep(parts: KeptParts, createdAt: Date): Promise<string> {
    const token = randomUUID()
    for (const [part, value] of Object.entries(parts)) {
      const bytes = await compress(value)
      for (let index = 0; index * chunkBytes < bytes.length; index++) {
        const chunk = bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes)
        await this.#chunks.create({ token, part, index, bytes: chunk, createdAt })
      }
    }
    return token
  }

  async bytes(token: string, part: KeptPart): Promise<Buffer> {
    const rows = await this.#chunks.collection
      .find({ token, part }, { promoteBuffers: true })
      .sort({ index: 1 })
      .toArray()
    if (rows.length === 0) throw new Error(`nothing is kept as ${part} of ${token}`)
    return decompress(Buffer.concat(rows.map(row => StoredChunk.parse(row).bytes)))
  }

  async text(token: string, part: Exclude<KeptPart, 'state'>): Promise<string> {
    return (await this.bytes(token, part)).toString('utf8')
  }

  async remove(token: string): Promise<void> {
    await this.#chunks.deleteMany({ token })
  }

  /** Removes what was written before a moment and is not named by any of the tokens. */
  async sweep(before: Date, named: readonly string[]): Promise<void> {
    await this.#chunks.deleteMany({ createdAt: { $lt: before }, token: { $nin: named } })
  }
}
