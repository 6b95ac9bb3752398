import { describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import { Doc } from 'yjs'
import { presentTypists } from './presence.js'

describe('presentTypists', () => {
  it('names oneself first, each person once, and passes over states without a user', () => {
    const awareness = new Awareness(new Doc())
    awareness.setLocalStateField('user', { name: 'Anna', color: '#123456' })
    awareness.states.set(1, { user: { name: 'Jonas', color: '#654321' } })
    awareness.states.set(2, { user: { name: 'Anna', color: '#123456' } })
    awareness.states.set(3, { cursor: null })
    expect(presentTypists(awareness)).toEqual([
      { name: 'Anna', colour: '#123456' },
      { name: 'Jonas', colour: '#654321' },
    ])
    awareness.destroy()
  })
})
