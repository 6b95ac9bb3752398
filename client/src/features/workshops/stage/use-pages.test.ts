import { expect, it } from 'vitest'
import { pagesOf } from './use-pages.js'

it('fills pages in order, and gives what is too large a page of its own', () => {
  const sizes = [2, 3, 4, 9, 1, 1]
  expect(pagesOf(sizes, size => size, 5)).toEqual([[2, 3], [4], [9], [1, 1]])
  expect(pagesOf([], () => 1, 5)).toEqual([])
})
