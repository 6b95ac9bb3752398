/** `$bitsAllSet` and its three siblings, on integers (64-bit two's complement) and binary data (little-endian). */
import { Binary, Double } from 'bson'
import { binaryBytes } from '../bson/compare.js'
import { numberOr, toBigInt, toNumber } from '../bson/numbers.js'
import { isNumber, type Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'

type BitReader = (position: number) => boolean

export function bitTest(operator: string, argument: Value): (value: Value) => boolean {
  const positions = bitPositions(operator, argument)
  const wanted = operator.endsWith('Set')
  const every = operator.startsWith('$bitsAll')
  return value => {
    const bit = bitReader(value)
    if (!bit) return false
    const fits = (position: number) => bit(position) === wanted
    return every ? positions.every(fits) : positions.some(fits)
  }
}

function bitPositions(operator: string, mask: Value): number[] {
  if (Array.isArray(mask))
    return mask.map(position => numberOr(position, -1)).filter(position => position >= 0)
  const bit = bitReader(mask)
  if (!bit)
    return refuse(
      'BadValue',
      `${operator} takes an Array, a number, or a BinData but received: ${String(mask)}`,
    )
  const width = mask instanceof Binary ? mask.position * 8 : 64
  return Array.from({ length: width }, (_, position) => position).filter(bit)
}

function bitReader(value: Value): BitReader | undefined {
  if (value instanceof Binary) {
    const bytes = binaryBytes(value)
    return position => (((bytes[position >> 3] ?? 0) >> (position & 7)) & 1) === 1
  }
  if (!isNumber(value) || (value instanceof Double && !Number.isInteger(toNumber(value)))) return undefined
  const number = toBigInt(value)
  return position => ((number >> BigInt(Math.min(position, 63))) & 1n) === 1n
}
