import { describe, expect, it } from 'vitest'
import { returnAddress, signInAddress } from './addresses.js'

const back = (wanted: string) => returnAddress(new URLSearchParams({ return: wanted }))

describe('returnAddress', () => {
  it('leads back to the page one came from', () => {
    expect(back('/texte/mobile-stadt?lang=en#absatz-3')).toBe('/texte/mobile-stadt?lang=en#absatz-3')
    expect(returnAddress(new URLSearchParams(signInAddress('/texte/a b').split('?')[1]))).toBe('/texte/a%20b')
  })

  it('leads home when nothing is said', () => {
    expect(returnAddress(new URLSearchParams())).toBe('/')
  })

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example/',
    '/\t/elsewhere.example/',
    'javascript:alert(1)',
    'texte/mobile-stadt',
    '',
  ])('leads nobody away by %j', wanted => {
    expect(back(wanted)).toBe('/')
  })
})
