import { EJSON } from 'bson'
import { expect } from 'vitest'
import { decode, encode } from '../bson/codec.js'
import { compareValues } from '../bson/compare.js'
import { encodeKey, inverted } from '../bson/key-encoding.js'
import { fuzz, rounds } from './random.js'
import { randomValue } from './random-values.js'

fuzz('encoded keys have the order of values, inverted ones the reverse', random => {
  for (let i = 0; i < rounds(60_000); i++) {
    const [a, b] = [randomValue(random), randomValue(random)]
    const [x, y] = [encodeKey(a), encodeKey(b)]
    const order = compareValues(a, b)
    const shown = () => EJSON.stringify([a, b], { relaxed: false })
    if (Buffer.compare(x, y) !== order) expect.fail(`order of ${shown()} is ${order}`)
    if (Buffer.compare(inverted(x), inverted(y)) !== (order === 0 ? 0 : -order))
      expect.fail(`reverse of ${shown()}`)
    if (order !== 0 && y.subarray(0, x.length).equals(x))
      expect.fail(`one key is the start of the other: ${shown()}`)
  }
})

fuzz('the order is antisymmetric and transitive', random => {
  for (let i = 0; i < rounds(20_000); i++) {
    const [a, b, c] = random.list(3, () => randomValue(random))
    const shown = () => EJSON.stringify([a, b, c], { relaxed: false })
    if (compareValues(a, b) !== -compareValues(b, a) + 0) expect.fail(`not antisymmetric: ${shown()}`)
    const descends = compareValues(a, b) > 0 || compareValues(b, c) > 0
    if (!descends && compareValues(a, c) > 0) expect.fail(`not transitive: ${shown()}`)
  }
})

fuzz('values survive encoding to BSON and back', random => {
  for (let i = 0; i < rounds(5_000); i++) {
    const value = randomValue(random)
    expect(compareValues(decode(encode({ value })).value, value)).toBe(0)
  }
})
