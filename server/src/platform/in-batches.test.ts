import { expect, it, vi } from 'vitest'
import { InBatches } from './in-batches.js'

/** Work that ends when the test says so. */
function aWorkshop() {
  const steps: { items: readonly number[]; end(): void; fail(error: Error): void }[] = []
  const batches = new InBatches<number, number>(
    items =>
      new Promise((resolve, reject) => {
        steps.push({ items, end: () => resolve(items.map(item => item * 10)), fail: reject })
      }),
  )
  return { steps, batches }
}

it('keeps nobody waiting who comes alone, and takes whoever comes meanwhile in one step', async () => {
  const { steps, batches } = aWorkshop()
  const first = batches.do(1)
  const others = [2, 3, 4].map(item => batches.do(item))
  expect(steps.map(({ items }) => items)).toEqual([[1]])
  steps[0]?.end()
  expect(await first).toBe(10)
  await vi.waitFor(() => expect(steps.map(({ items }) => items)).toEqual([[1], [2, 3, 4]]))
  steps[1]?.end()
  expect(await Promise.all(others)).toEqual([20, 30, 40])
})

it('fails for everybody in a step and goes on with the next', async () => {
  const { steps, batches } = aWorkshop()
  const lost = batches.do(1)
  const next = batches.do(2)
  steps[0]?.fail(new Error('no database'))
  await expect(lost).rejects.toThrow('no database')
  await vi.waitFor(() => expect(steps).toHaveLength(2))
  steps[1]?.end()
  expect(await next).toBe(20)
})

it('knows when everything that came in is done', async () => {
  const { steps, batches } = aWorkshop()
  const done: string[] = []
  void batches.do(1).then(() => done.push('first'))
  void batches.do(2).then(() => done.push('second'))
  const settled = batches.settled().then(() => done.push('settled'))
  steps[0]?.end()
  await vi.waitFor(() => expect(steps).toHaveLength(2))
  steps[1]?.end()
  await settled
  expect(done).toEqual(['first', 'second', 'settled'])
  await batches.settled()
})
