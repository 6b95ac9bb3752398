import { describe, expect, it } from 'vitest'
import { isPasswordStrongEnough } from './password.js'

describe('a password', () => {
  it('has ten characters, counted as people count them', () => {
    expect(isPasswordStrongEnough('blaue tür')).toBe(false)
    expect(isPasswordStrongEnough('blaue türe')).toBe(true)
    expect(isPasswordStrongEnough('🦊🐻🐸🐙🦄')).toBe(false)
  })

  it('is not one that everybody tries first, in whatever case', () => {
    expect(isPasswordStrongEnough('Passwort123')).toBe(false)
    expect(isPasswordStrongEnough('PASSWORD1234')).toBe(false)
    expect(isPasswordStrongEnough('aaaaaaaaaaaaaaaa')).toBe(false)
  })

  it('is neither the mail address nor the pseudonym', () => {
    expect(isPasswordStrongEnough('Heidi@Example.org', ['heidi@example.org'])).toBe(false)
    expect(isPasswordStrongEnough('heidi@example.org', [])).toBe(true)
  })
})
