import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readReceiptCode, receiptCodeOf } from './receipt-code.js'

const random = fc.uint8Array({ minLength: 20, maxLength: 32 })

it('is twenty characters in five groups, without those that look alike', () => {
  fc.assert(
    fc.property(random, bytes => {
      expect(receiptCodeOf(bytes)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
    }),
  )
})

it('is understood however somebody types it', () => {
  fc.assert(
    fc.property(random, bytes => {
      const code = receiptCodeOf(bytes)
      expect(readReceiptCode(code)).toBe(code)
      expect(readReceiptCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
      expect(readReceiptCode(code.replaceAll('1', 'l').replaceAll('0', 'O'))).toBe(code)
    }),
  )
})

it.each(['', 'K7QX', 'K7QX-09MF-K7QX-09MF-K7QU', 'K7QX-09MF-K7QX-09MF-K7QX-0', '☃'.repeat(20)])(
  'is not %j',
  typed => expect(readReceiptCode(typed)).toBeNull(),
)

it('does not come from too little randomness', () => {
  expect(() => receiptCodeOf(new Uint8Array(19))).toThrow()
})
