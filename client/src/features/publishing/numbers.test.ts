import { DocumentId } from '@randnotiz/contract/kit/ids'
import { describe, expect, it } from 'vitest'
import { noNumbers, totalsOf, withNumbers } from './numbers.js'

const id = (number: number) => DocumentId.parse(number.toString(16).padStart(24, '0'))
const rendered = withNumbers(noNumbers, [
  { documentId: id(1), annotations: 4, readers: 1 },
  { documentId: id(2), annotations: 2, readers: 0 },
])

describe('live numbers', () => {
  it('replace those of the documents they are about, and leave the others', () => {
    const newer = withNumbers(rendered, [{ documentId: id(2), annotations: 3, readers: 5 }])
    expect(newer.get(id(1))).toEqual(rendered.get(id(1)))
    expect(newer.get(id(2))).toEqual({ documentId: id(2), annotations: 3, readers: 5 })
  })

  it('add up over the process', () => {
    expect(totalsOf(rendered)).toEqual({ annotations: 6, readers: 1 })
    expect(totalsOf(noNumbers)).toEqual({ annotations: 0, readers: 0 })
  })
})
