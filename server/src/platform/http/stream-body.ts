import type { FileStream } from '@randnotiz/contract/kit/file-stream'
import type { RequestHandler } from 'express'

/** Of an upload that cannot be read to its end; answered as body parsers' errors are. */
export class UploadError extends Error {
  constructor(
    message: string,
    readonly status: 400 | 413,
  ) {
    super(message)
  }
}

type File = { types: readonly string[]; most: number }

/**
 * Hands the body over as it arrives. A file of another type is no body; one that says that it is too large is refused
 * before it is read, and one that turns out to be, at the byte with which it does.
 */
export function streamBody({ types, most }: File): RequestHandler {
  return (request, _response, next) => {
    if (request.is([...types]) === false) return next()
    if (Number(request.headers['content-length'] ?? 0) > most) return next(new UploadError('too large', 413))
    request.body = upTo(most, request)
    next()
  }
}

async function* upTo(most: number, pieces: AsyncIterable<Buffer>): FileStream {
  let size = 0
  const reading = pieces[Symbol.asyncIterator]()
  for (;;) {
    const { done, value } = await reading.next().catch(() => {
      throw new UploadError('cut off', 400)
    })
    if (done) return
    size += value.length
    if (size > most) throw new UploadError('too large', 413)
    yield value
  }
}
