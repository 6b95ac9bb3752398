import { expect, it } from 'vitest'
import { longestRunInOrder } from './longest-run.js'

it.each<[number[], number[]]>([
  [[], []],
  [
    [0, 1, 2],
    [0, 1, 2],
  ],
  [
    [2, 0, 1],
    [1, 2],
  ],
  [
    [-1, 0, -1, 1],
    [1, 3],
  ],
  [
    [3, -1, 1, 2, 0],
    [2, 3],
  ],
  [[-1, -1], []],
])('%j keeps the positions %j', (values, positions) => {
  expect([...longestRunInOrder(values)].sort()).toEqual(positions)
})
