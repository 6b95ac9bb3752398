import { describe, expect, it } from 'vitest'
import { afterMove, movesFrom, type PublicationState } from './moves.js'

const states: PublicationState[] = ['published', 'held', 'hidden', 'withdrawn']

describe('moves of moderation', () => {
  it('let a held contribution be approved or hidden, and a published one not be approved again', () => {
    expect(afterMove('held', 'approve')).toBe('published')
    expect(afterMove('held', 'hide')).toBe('hidden')
    expect(afterMove('published', 'approve')).toBeNull()
  })

  it('bring a hidden one back, by restoring it or by looking again at what its author changed', () => {
    expect(afterMove('hidden', 'restore')).toBe('published')
    expect(afterMove('hidden', 'hold')).toBe('held')
  })

  it('let the author withdraw from everywhere, and nobody undo that', () => {
    expect(states.filter(state => afterMove(state, 'withdraw') === 'withdrawn')).toEqual([
      'published',
      'held',
      'hidden',
    ])
    expect(movesFrom('withdrawn')).toEqual([])
  })
})
