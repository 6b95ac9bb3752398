import { BlockId } from '@randnotiz/contract/kit/ids'
import { describe, expect, it } from 'vitest'
import { densityOf, densityStep } from './density.js'

const chapter = (name: string, level: number, start: number) => ({
  blockId: BlockId.parse(name.padEnd(12, '0')),
  level,
  start,
})

describe('how many contributions a chapter has', () => {
  const chapters = [chapter('a', 2, 100), chapter('a1', 3, 200), chapter('a2', 3, 300), chapter('b', 2, 400)]

  it('counts its sub-chapters too, and what stands before the first heading nowhere', () => {
    const counts = densityOf(chapters, [450, 10, 100, 199, 200, 350, 399])
    expect([...counts.values()]).toEqual([5, 1, 2, 1])
  })

  it('is nothing in a text without contributions or without headings', () => {
    expect([...densityOf(chapters, []).values()]).toEqual([0, 0, 0, 0])
    expect(densityOf([], [1, 2]).size).toBe(0)
  })

  it('fills a bar by quarters of the fullest', () => {
    expect([0, 1, 5, 6, 10, 20].map(count => densityStep(count, 20))).toEqual([0, 1, 1, 2, 2, 4])
    expect(densityStep(0, 0)).toBe(0)
  })
})
