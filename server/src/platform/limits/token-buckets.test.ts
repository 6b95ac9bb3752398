import { describe, expect, it } from 'vitest'
import { TokenBuckets } from './token-buckets.js'

describe('token buckets', () => {
  it('let a burst through, then say how long to wait, each key for itself', () => {
    let now = 0
    const buckets = new TokenBuckets({ burst: 2, perSecond: 0.5 }, () => now)
    expect([buckets.take('a'), buckets.take('a'), buckets.take('a')]).toEqual([0, 0, 2])
    expect(buckets.take('b')).toBe(0)
    now = 1_000
    expect(buckets.take('a')).toBe(1)
    now = 2_000
    expect(buckets.take('a')).toBe(0)
    expect(buckets.take('a')).toBe(2)
  })

  it('never hold more than the burst, however long nobody came', () => {
    let now = 0
    const buckets = new TokenBuckets({ burst: 1, perSecond: 1 }, () => now)
    expect(buckets.take('a')).toBe(0)
    now = 3_600_000
    expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 1])
  })
})
