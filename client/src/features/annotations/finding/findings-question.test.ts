import { describe, expect, it } from 'vitest'
import { findingsAddress, readFindingQuery } from './findings-question.js'

const read = (search: string) => readFindingQuery(new URLSearchParams(search))

describe('the address of a list', () => {
  it('says what is looked for', () => {
    expect(read('q=Bank&kind=risk&order=newest')).toEqual({ q: 'Bank', kind: 'risk', order: 'newest' })
  })

  it('passes over what is empty, unknown or nonsense', () => {
    expect(read('q=&kind=insult&since=gestern&after=%20%20&colour=red&document=mobile-stadt')).toEqual({
      document: 'mobile-stadt',
    })
  })

  it('leads to the first page of another choice', () => {
    const query = read('q=Bank&after=YWJj&kind=risk')
    expect(findingsAddress(query, { kind: 'idea' })).toBe('/anmerkungen?q=Bank&kind=idea')
    expect(findingsAddress(query, { after: 'eHl6' })).toBe('/anmerkungen?q=Bank&kind=risk&after=eHl6')
    expect(findingsAddress({}, {})).toBe('/anmerkungen')
  })
})
