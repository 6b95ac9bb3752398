import { describe, expect, it } from 'vitest'
import { type ConnectionEvent, initialConnection, nextConnection } from './connection.js'

const after = (...events: ConnectionEvent[]) => events.reduce(nextConnection, initialConnection)

describe('connection', () => {
  it('counts a new session each time it opens', () => {
    expect(after('opened')).toEqual({ type: 'online', session: 1 })
    expect(after('opened', 'lost', 'opened')).toEqual({ type: 'online', session: 2 })
  })

  it('bears a short interruption without calling it offline', () => {
    expect(after('opened', 'lost').type).toBe('connecting')
    expect(after('opened', 'lost', 'failed').type).toBe('connecting')
    expect(after('opened', 'lost', 'failed', 'failed').type).toBe('offline')
  })

  it('is offline at once when the browser knows it has no network, and tries when it has one', () => {
    expect(after('opened', 'network-gone')).toEqual({ type: 'offline', session: 1 })
    expect(after('network-gone', 'network-back').type).toBe('connecting')
  })

  it('comes back from offline', () => {
    expect(after('failed', 'failed', 'opened')).toEqual({ type: 'online', session: 1 })
  })

  it('answers the same object when an event means nothing, so that nobody renders for it', () => {
    const offline = after('network-gone')
    for (const event of ['network-gone', 'lost', 'failed'] as const)
      expect(nextConnection(offline, event)).toBe(offline)
  })
})
