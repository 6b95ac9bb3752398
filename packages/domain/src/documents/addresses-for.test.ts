import { describe, expect, it } from 'vitest'
import { addressesFor } from './addresses-for.js'

function first(title: string, count = 1) {
  const addresses = addressesFor(title)
  return Array.from({ length: count }, () => addresses.next().value)
}

describe('the address of a text', () => {
  it.each([
    ['Mobile Stadt', 'mobile-stadt'],
    ['Grünflächen & Straßen', 'gruenflaechen-strassen'],
    ['  Café: „Zukunft“ (2. Teil) ', 'cafe-zukunft-2-teil'],
    ['東京', 'text'],
    ['---', 'text'],
  ])('of %s is %s', (title, slug) => {
    expect(first(title)).toEqual([slug])
  })

  it('counts on where one is taken', () => {
    expect(first('Ziel', 3)).toEqual(['ziel', 'ziel-2', 'ziel-3'])
  })

  it('stays within its length, and ends with a letter', () => {
    const [slug] = first(`${'lang '.repeat(40)}`)
    expect(slug).toMatch(/^lang(-lang)*$/)
    expect(slug?.length).toBeLessThanOrEqual(60)
  })
})
