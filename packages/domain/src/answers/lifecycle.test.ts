import { WorkState } from '@randnotiz/contract/answers/case'
import { describe, expect, it } from 'vitest'
import { afterMove, mayRelease, type WorkMove } from './lifecycle.js'

const row = (move: WorkMove) => WorkState.options.map(state => afterMove(state, move))

describe('the way of an answer', () => {
  it('leads from new to published, one step after the other', () => {
    expect(afterMove('new', 'take-up')).toBe('inReview')
    expect(afterMove('inReview', 'write')).toBe('drafted')
    expect(afterMove('drafted', 'release')).toBe('released')
    expect(afterMove('released', 'publish')).toBe('published')
  })

  it('publishes nothing that nobody has released', () => {
    expect(row('publish')).toEqual([null, null, null, 'published', null])
    expect(row('release')).toEqual([null, null, 'released', null, null])
  })

  it('makes a draft of whatever is written anew', () => {
    expect(new Set(row('write'))).toEqual(new Set(['drafted']))
  })

  it('needs two people', () => {
    expect(mayRelease('anna', 'anna')).toBe('answers/same-person')
    expect(mayRelease('anna', 'bernd')).toBeNull()
  })
})
