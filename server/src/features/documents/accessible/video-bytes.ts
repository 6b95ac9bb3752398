import type { VideoId } from '@randnotiz/contract/kit/ids'
import { Types } from 'mongoose'
import type { AccessibleModels } from './models.js'

export const chunkBytes = 1024 * 1024

/** The bytes of videos: written once under an id, read from anywhere to anywhere. */
export class VideoBytes {
  readonly #chunks: AccessibleModels['videoChunks']

  constructor({ videoChunks }: AccessibleModels) {
    this.#chunks = videoChunks
  }

  /** In pieces of `chunkBytes`, the last one excepted, as they arrive; answers how many bytes there were. */
  async write(id: VideoId, first: Buffer, others: AsyncIterable<Buffer>): Promise<number> {
    await this.#writeChunk(id, 0, first)
    let index = 1
    let size = first.length
    for await (const bytes of others) {
      await this.#writeChunk(id, index++, bytes)
      size += bytes.length
    }
    return size
  }

  async #writeChunk(id: VideoId, index: number, bytes: Buffer): Promise<void> {
    await this.#chunks.create({ videoId: new Types.ObjectId(id), index, bytes })
  }

  /** From `start` up to and including `end`; a chunk is read when the one before has gone out. */
  async *read(id: VideoId, start: number, end: number): AsyncGenerator<Buffer> {
    for (let index = Math.floor(start / chunkBytes); index * chunkBytes <= end; index++) {
      const row = await this.#chunks.findOne({ videoId: id, index })
      if (row === null) throw new Error(`chunk ${index} of video ${id} is missing`)
      const offset = index * chunkBytes
      yield row.bytes.subarray(Math.max(0, start - offset), Math.min(chunkBytes, end - offset + 1))
    }
  }

  async remove(id: VideoId): Promise<void> {
    await this.#chunks.deleteMany({ videoId: id })
  }

  /** Takes away what an upload that was cut off has left. Ids tell when they were made. */
  async sweep(before: Date, kept: readonly VideoId[]): Promise<void> {
    const oldest = Types.ObjectId.createFromTime(Math.floor(before.getTime() / 1_000))
    const keep = kept.map(id => new Types.ObjectId(id))
    await this.#chunks.deleteMany({ videoId: { $lt: oldest, $nin: keep } })
  }
}
