import { describe, expect, it } from 'vitest'
import { csvLine } from './csv.js'

describe('a line of CSV', () => {
  it('quotes what needs it', () => {
    expect(csvLine(['a', 'b "c"', 'd,e', 'f\ng', null, 7])).toBe('a,"b ""c""","d,e","f\ng",,7\r\n')
    expect(csvLine(['d,e', 'd;e'], ';')).toBe('d,e;"d;e"\r\n')
  })

  it('lets no text compute', () => {
    for (const formula of ['=1+1', '+1', '-2', '@SUM(A1)', '\t=1', ' =1', '\r=1', '\uff1d1'])
      expect(csvLine([formula]).replace(/^"/, '').startsWith("'")).toBe(true)
    expect(csvLine(['Bus = gut', -3])).toBe('Bus = gut,-3\r\n')
  })
})
