import { expect, it } from 'vitest'
import { readResultsQuery, resultsAddress } from './results-question.js'

it('an address and a choice say the same', () => {
  const query = { document: 'mobile-stadt', outcome: 'partly' } as const
  const address = resultsAddress(query)
  expect(readResultsQuery(new URLSearchParams(address.split('?')[1]))).toMatchObject(query)
  expect(resultsAddress(query, { document: undefined, outcome: undefined })).toBe('/ergebnisse')
})

it('what an address asks in vain is passed over', () => {
  expect(readResultsQuery(new URLSearchParams('outcome=weather&document=../x&after=!'))).toEqual({})
})
