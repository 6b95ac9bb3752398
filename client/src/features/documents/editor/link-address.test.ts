import { describe, expect, it } from 'vitest'
import { linkAddress } from './link-address.js'

describe('linkAddress', () => {
  it.each([
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['  example.org/plan ', 'https://example.org/plan'],
    ['/texte/mobile-stadt', '/texte/mobile-stadt'],
    ['#abschnitt', '#abschnitt'],
    ['stadt@example.org', 'mailto:stadt@example.org'],
    ['tel:+49521123', 'tel:+49521123'],
  ])('makes %j an address', (typed, address) => expect(linkAddress(typed)).toBe(address))

  it.each(['', 'javascript:alert(1)', 'data:text/html,x', '//elsewhere.org', 'zwei worte', 'ftp://x.org'])(
    'refuses %j',
    typed => expect(linkAddress(typed)).toBeNull(),
  )
})
