import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'

/**
 * Sends an answer piece by piece, each made when the one before has gone out, so that a long list takes no more memory
 * than a short one. What goes wrong on the way cuts the answer off: half a file must not look like a whole one.
 */
export async function sendPieces(
  response: Response,
  pieces: AsyncIterable<string>,
  log: { error(details: object, message: string): void },
): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), response)
  } catch (error) {
    // A reader who leaves is nobody's fault.
    if (!response.destroyed || !isPrematureClose(error)) log.error({ error }, 'an answer broke off')
    response.destroy()
  }
}

const isPrematureClose = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
