import { expect, it } from 'vitest'
import { inPieces } from './in-pieces.js'

async function* streamOf(parts: readonly number[]) {
  let byte = 0
  for (const length of parts) yield Uint8Array.from({ length }, () => byte++ % 256)
}

it.each([
  [[], []],
  [[3], [3]],
  [[8], [8]],
  [
    [1, 1, 6, 1],
    [8, 1],
  ],
  [[20], [8, 8, 4]],
  [
    [0, 5, 0, 11],
    [8, 8],
  ],
])('of parts of %j bytes makes pieces of %j', async (parts, sizes) => {
  const pieces: Buffer[] = []
  for await (const piece of inPieces(streamOf(parts), 8)) pieces.push(piece)
  expect(pieces.map(({ length }) => length)).toEqual(sizes)
  expect([...Buffer.concat(pieces)]).toEqual(
    Array.from({ length: parts.reduce((a, b) => a + b, 0) }, (_, at) => at),
  )
})
