/** The same bytes in pieces of one size, the last one as it comes; holds one piece at a time. */
export async function* inPieces(
  stream: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Buffer, undefined> {
  let piece = Buffer.alloc(size)
  let filled = 0
  for await (const part of stream) {
    for (let from = 0; from < part.length; ) {
      const taken = part.subarray(from, from + size - filled)
      piece.set(taken, filled)
      filled += taken.length
      from += taken.length
      if (filled < size) continue
      yield piece
      // Whoever has the piece may still be writing it.
      piece = Buffer.alloc(size)
      filled = 0
    }
  }
  if (filled > 0) yield piece.subarray(0, filled)
}
