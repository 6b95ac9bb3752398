import { expect, it } from 'vitest'
import { Closing } from './closing.js'

it('closes the newest first, everything, once, and tells what failed', async () => {
  const closed: string[] = []
  const closing = new Closing()
  closing.add(() => void closed.push('database'))
  closing.add(async () => {
    throw new Error('stuck')
  })
  closing.add(async () => void closed.push('server'))
  await expect(closing.run()).rejects.toThrow('stuck')
  await closing.run()
  expect(closed).toEqual(['server', 'database'])
})
