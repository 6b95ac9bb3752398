import { expect, it } from 'vitest'
import { readByteRange } from './byte-range.js'

const part = (start: number, end: number) => ({ kind: 'part', start, end })

it.each([
  [undefined, { kind: 'whole' }],
  ['bytes=0-', part(0, 99)],
  ['bytes=10-19', part(10, 19)],
  ['bytes=90-500', part(90, 99)],
  ['bytes=-10', part(90, 99)],
  ['bytes=-500', part(0, 99)],
  ['bytes=-0', { kind: 'outside' }],
  ['bytes=100-', { kind: 'outside' }],
  ['bytes=-', { kind: 'whole' }],
  ['bytes=20-10', { kind: 'whole' }],
  ['bytes=0-1,5-6', { kind: 'whole' }],
  ['lines=0-1', { kind: 'whole' }],
])('of a hundred bytes %s is %j', (header, range) => {
  expect(readByteRange(header, 100)).toEqual(range)
})
