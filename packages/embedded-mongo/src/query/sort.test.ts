import { Int32 } from 'bson'
import { describe, expect, test } from 'vitest'
import { type Document, isNumber, type Value } from '../bson/value.js'
import { parseSort, Sorter } from './sort.js'

const int = (value: number) => new Int32(value)

/** The `n` of the documents, sorted. */
function sorted(sort: Record<string, number>, documents: Document[]): unknown[] {
  const fields = Object.fromEntries(Object.entries(sort).map(([name, order]) => [name, int(order)]))
  return new Sorter(parseSort(fields), undefined)
    .sort(documents.map((document, n) => ({ ...document, n: int(n) })))
    .map(({ n }) => (isNumber(n) ? Number(n) : n))
}

describe('arrays', () => {
  test('count with their smallest element, or descending with their largest', () => {
    const documents = [{ a: [int(5), int(1)] }, { a: int(3) }, { a: [int(4)] }]
    expect(sorted({ a: 1 }, documents)).toEqual([0, 1, 2])
    expect(sorted({ a: -1 }, documents)).toEqual([0, 2, 1])
  })

  test('an empty one comes before null, which is where missing fields are', () => {
    expect(sorted({ a: 1 }, [{ a: int(0) }, {}, { a: [] }, { a: null }])).toEqual([2, 1, 3, 0])
  })

  test('two fields of one element stay together', () => {
    const apart = {
      d: [
        { x: int(1), y: int(5) },
        { x: int(2), y: int(1) },
      ],
    }
    const together = { d: [{ x: int(1), y: int(3) }] }
    expect(sorted({ 'd.x': 1, 'd.y': 1 }, [apart, together])).toEqual([1, 0])
    expect(sorted({ 'd.x': -1, 'd.y': -1 }, [apart, together])).toEqual([0, 1])
  })

  test('elements without the field count as null', () => {
    expect(sorted({ 'd.x': 1 }, [{ d: [{ x: int(1) }] }, { d: [int(7), { x: int(5) }] }])).toEqual([1, 0])
  })

  test('two different ones cannot be sorted by at once', () => {
    const parallel = () => sorted({ a: 1, b: 1 }, [{ a: [int(1), int(2)], b: [int(1)] }])
    expect(parallel).toThrow(expect.objectContaining({ code: 2 }))
  })
})

test('what is no document sorts as null', () => {
  const values = [int(7), { x: int(1) }, 'text']
  expect(new Sorter(parseSort({ x: int(-1) }), undefined).sort<Value>(values)).toEqual([
    { x: int(1) },
    int(7),
    'text',
  ])
})
