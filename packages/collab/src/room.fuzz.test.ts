import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { FuzzWorld, type Happening } from './testing/fuzz-world.js'

const client = fc.nat(3)
const place = { client, at: fc.nat(60), length: fc.integer({ min: 1, max: 6 }) }

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('insert' as const), ...place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), ...place }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('push' as const),
      client,
      count: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('pull' as const), client }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('connect' as const, 'mark' as const), client }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('disconnect' as const, 'stall' as const, 'drain' as const),
      client,
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('step' as const),
      index: fc.nat(3),
      outcome: fc.oneof(
        { weight: 8, arbitrary: fc.constant('done' as const) },
        { weight: 1, arbitrary: fc.constantFrom('failed before' as const, 'failed after' as const) },
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('settle' as const), ms: fc.constantFrom(1, 60, 700) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('fold' as const, 'crash' as const) }) },
)

const numRuns = Number(process.env.FUZZ_RUNS ?? 300)
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)

/** Most of a life happens in an open room, so each one begins with a load that goes well and everybody connected. */
const beginning: Happening[] = [
  ...Array.from({ length: 9 }, (): Happening => ({ kind: 'step', index: 0, outcome: 'done' })),
  ...[0, 1, 2, 3].flatMap((index): Happening[] => [
    { kind: 'connect', client: index },
    { kind: 'push', client: index, count: 9 },
    { kind: 'pull', client: index },
  ]),
]

it(`loses nothing it promised and ends with equal documents, whatever happens (seed ${seed})`, {
  timeout: numRuns * 200,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 20, maxLength: 150, size: 'max' }),
      async happenings => {
        const world = new FuzzWorld()
        for (const each of [...beginning, ...happenings]) await world.happen(each)
        const docs = await world.comeToRest()
        await world.check()
        expect(new Set(docs.map(doc => doc.getText('t').toString())).size).toBe(1)
        expect(new Set(docs.map(doc => vectorOf(doc))).size).toBe(1)
      },
    ),
    { numRuns, seed, interruptAfterTimeLimit: numRuns * 60 },
  )
})

/** The order of clients in an encoded state vector is not fixed. */
function vectorOf(doc: Y.Doc): string {
  return JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b))
}
