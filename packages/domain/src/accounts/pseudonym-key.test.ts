import { expect, it } from 'vitest'
import { pseudonymKey } from './pseudonym-key.js'

it('takes lookalikes for the same pseudonym', () => {
  expect(pseudonymKey('  Opa   Werner ')).toBe(pseudonymKey('opa werner'))
  expect(pseudonymKey('Jürgen')).toBe(pseudonymKey('JU\u0308RGEN'))
  expect(pseudonymKey('Opa Werner')).not.toBe(pseudonymKey('Oma Werner'))
})
