import { BlockId } from '@randnotiz/contract/kit/ids'
import type { ComparedBlock, ComparedRow } from '@randnotiz/contract/publishing/comparison'
import { expect, it } from 'vitest'
import { numberChanges } from './number-changes.js'

const block = (kind: ComparedBlock['kind'], id: string): ComparedRow => ({
  row: 'block',
  block: {
    kind,
    retyped: false,
    both: '',
    before: null,
    after: null,
    blockIds: [BlockId.parse(id)],
    heading: null,
    wordsAdded: 0,
    wordsRemoved: 0,
    because: [],
  },
})

it('numbers what changed, and leads from where a block stood to where it stands', () => {
  const rows = [
    block('same', 'a'),
    block('moved-away', 'b'),
    block('changed', 'c'),
    { row: 'gap' as const, blocks: 4 },
    block('added', 'd'),
    block('moved', 'b'),
    block('moved-away', 'e'),
  ]
  expect(
    numberChanges(rows).map(row => ('number' in row ? row.number : 'to' in row ? row.to : row.row)),
  ).toEqual(['same', 3, 1, 'gap', 2, 3, null])
})
