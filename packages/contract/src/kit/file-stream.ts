import { z } from 'zod'

/** A file as it arrives, piece by piece, so that nobody has to hold the whole of it. Reading it may fail in the middle. */
export type FileStream = AsyncIterable<Uint8Array>

export const FileStream = z.custom<FileStream>(
  value => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
)
