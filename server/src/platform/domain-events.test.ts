import { expect, it } from 'vitest'
import { createEventBus } from './domain-events.js'

it('tells every listener, also when another one fails, until it stops listening', async () => {
  const failures: string[] = []
  const heard: string[] = []
  const bus = createEventBus({ error: (_details, message) => failures.push(message) })
  bus.on('documents/text-changed', () => {
    throw new Error('a bug')
  })
  const stop = bus.on('documents/text-changed', ({ documentId }) => void heard.push(documentId))

  bus.emit('documents/text-changed', { documentId: 'a' })
  stop()
  bus.emit('documents/text-changed', { documentId: 'b' })
  await Promise.resolve()
  expect(heard).toEqual(['a'])
  expect(failures).toHaveLength(2)
})
