/** `$in` and `$nin`: strings and ObjectIds, the common lists, are looked up in sets. */
import { BSONRegExp, ObjectId } from 'bson'
import { type Collation, equalValues } from '../bson/compare.js'
import { isNullish, isText, kindOf, textOf, type Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import { isOperatorDocument } from './filter.js'
import { toRegExp } from './regex.js'

export function membershipTest(
  operator: string,
  list: Value,
  collation: Collation,
): (value: Value) => boolean {
  if (!Array.isArray(list)) refuse('BadValue', `${operator} needs an array`)
  if (list.some(isOperatorDocument)) refuse('BadValue', `cannot nest $ under ${operator}`)
  const patterns = list.filter(member => member instanceof BSONRegExp).map(member => toRegExp(member))
  const acceptsNull = list.some(isNullish)
  const texts = collation ? new Set<string>() : new Set(list.filter(isText).map(textOf))
  const ids = new Set(list.filter(member => member instanceof ObjectId).map(member => member.toHexString()))
  const others = list.filter(
    member => !isNullish(member) && !(member instanceof ObjectId) && (collation || !isText(member)),
  )
  return value => {
    if (isNullish(value)) return acceptsNull
    if (value instanceof ObjectId) return ids.has(value.toHexString())
    if (isText(value) && (texts.has(textOf(value)) || patterns.some(pattern => pattern.test(textOf(value)))))
      return true
    const kind = kindOf(value)
    return others.some(member => kindOf(member) === kind && equalValues(member, value, collation))
  }
}
