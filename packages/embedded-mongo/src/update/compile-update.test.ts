/** Updates, upserts and projections by example, in Extended JSON; errors with MongoDB's codes. */
import { EJSON, Timestamp } from 'bson'
import { describe, expect, test } from 'vitest'
import { decode, encode } from '../bson/codec.js'
import type { Document } from '../bson/value.js'
import { MongoError } from '../mongo-error.js'
import { compileProjection } from '../query/projection.js'
import { compileUpdate } from './compile-update.js'
import { upsertedDocument } from './upsert.js'

const parse = (json: string): Document => decode(encode(EJSON.parse(json, { relaxed: false })))
const show = (document: Document): string =>
  EJSON.stringify(document, { relaxed: true }).replaceAll(/([,:])/g, '$1 ')
const MOMENT = { date: new Date(0), timestamp: new Timestamp({ t: 1, i: 1 }) }

function updated(document: string, update: string, arrayFilters?: string): string {
  const { update: change } = parse(`{"update": ${update}}`)
  const { filters } = parse(`{"filters": ${arrayFilters ?? 'null'}}`)
  const updater = compileUpdate(change, { arrayFilters: filters })
  return show(updater.apply(parse(document), { ...MOMENT, inserting: false, position: { index: 1 } }))
}

test.each([
  ['{"a": 1}', '{"$set": {"b.c": 2}}', '{"a": 1, "b": {"c": 2}}'],
  ['{"a": [1]}', '{"$set": {"a.2": 3}}', '{"a": [1, null, 3]}'],
  ['{"a": [1, 2, 3]}', '{"$unset": {"a.1": ""}}', '{"a": [1, null, 3]}'],
  ['{"a": [{"n": 1}, {"n": 2}]}', '{"$inc": {"a.$.n": 5}}', '{"a": [{"n": 1}, {"n": 7}]}'],
  ['{"a": [{"n": 1}, {"n": 2}]}', '{"$inc": {"a.$[].n": 5}}', '{"a": [{"n": 6}, {"n": 7}]}'],
  ['{"a": {"b": 1}}', '{"$rename": {"a.b": "c.d"}}', '{"a": {}, "c": {"d": 1}}'],
  ['{"a": 5}', '{"$min": {"a": 3}, "$max": {"b": 9}}', '{"a": 3, "b": 9}'],
  ['{"a": 5}', '{"$bit": {"a": {"and": 4}}}', '{"a": 4}'],
  ['{"a": [3, 1]}', '{"$push": {"a": {"$each": [2], "$sort": -1, "$slice": 2}}}', '{"a": [3, 2]}'],
  ['{"a": [{"x": 1}]}', '{"$addToSet": {"a": {"x": 1}}}', '{"a": [{"x": 1}]}'],
  ['{"a": [1, 5, "x"]}', '{"$pull": {"a": {"$gte": 2}}}', '{"a": [1, "x"]}'],
  ['{"_id": 1, "a": 1}', '{"b": 2}', '{"_id": 1, "b": 2}'],
  [
    '{"_id": 1, "a": 2}',
    '[{"$set": {"b": {"$multiply": ["$a", 3]}}}, {"$unset": "a"}]',
    '{"_id": 1, "b": 6}',
  ],
])('%s with %s becomes %s', (document, update, expected) => {
  expect(updated(document, update)).toBe(expected)
})

test('new fields come in the order of their names, whichever operator makes them', () => {
  expect(updated('{}', '{"$set": {"c": 1, "a": 1}, "$inc": {"b": 1}}')).toBe('{"a": 1, "b": 1, "c": 1}')
  expect(updated('{"l": []}', '{"$set": {"l.10": 1, "l.2": 2}}')).toBe(
    '{"l": [null, null, 2, null, null, null, null, null, null, null, 1]}',
  )
})

test.each([
  '{"$slice": "x"}',
  '{"$slice": 1.5}',
  '{"$position": "x"}',
  '{"$sort": 7}',
  '{"$sort": {"a": "x"}}',
])('$push with %s is refused instead of emptying the array', clause => {
  const update = `{"$push": {"a": ${clause.replace('{', '{"$each": [2], ')}}}`
  expect(() => updated('{"a": [1]}', update)).toThrow(expect.objectContaining({ code: 2 }))
})

test('a field cannot be renamed to itself', () => {
  expect(() => updated('{"a": 1}', '{"$rename": {"a": "a"}}')).toThrow(expect.objectContaining({ code: 2 }))
})

test('array filters choose elements', () => {
  expect(updated('{"a": [1, 5, 9]}', '{"$set": {"a.$[big]": 0}}', '[{"big": {"$gt": 3}}]')).toBe(
    '{"a": [1, 0, 0]}',
  )
})

test('an update never changes the document it is given', () => {
  const document = parse('{"a": {"b": [1]}}')
  const updater = compileUpdate(parse('{"$push": {"a.b": 2}, "$set": {"a.c": 1}}'))
  updater.apply(document, { ...MOMENT, inserting: false })
  expect(show(document)).toBe('{"a": {"b": [1]}}')
})

test('integers that overflow 32 bits become 64-bit ones', () => {
  const updater = compileUpdate(parse('{"$inc": {"a": {"$numberInt": "1"}}}'))
  const result = updater.apply(parse('{"a": {"$numberInt": "2147483647"}}'), { ...MOMENT, inserting: false })
  expect(EJSON.stringify(result, { relaxed: false })).toBe('{"a":{"$numberLong":"2147483648"}}')
})

test.each([
  ['{}', '{"$set": {"a": 1, "a.b": 2}}', 40],
  ['{}', '{"$frob": {"a": 1}}', 9],
  ['{}', '{"a": 1, "$set": {}}', 52],
  ['{}', '{"$set": {"a..b": 1}}', 56],
  ['{"a": "x"}', '{"$inc": {"a": 1}}', 14],
  ['{"a": {"$numberLong": "9223372036854775807"}}', '{"$inc": {"a": 1}}', 2],
  ['{"a": "x"}', '{"$set": {"a.b": 1}}', 28],
  ['{"a": "x"}', '{"$push": {"a": 1}}', 2],
  ['{"_id": 1}', '{"$set": {"_id": 2}}', 66],
  ['{"_id": 1}', '{"_id": 2}', 66],
  ['{}', '{"$set": {"a.$[x]": 1}}', 2],
])('%s with %s is refused with code %i', (document, update, code) => {
  expect(() => updated(document, update)).toThrow(expect.objectContaining({ code }))
})

describe('upserts', () => {
  const upsert = (filter: string, update: string) =>
    show(upsertedDocument(parse(filter), compileUpdate(parse(update)), MOMENT))

  test('take the equalities of the filter, then the update', () => {
    const filter = '{"a": 1, "b.c": {"$eq": 2}, "d": {"$in": [3]}, "e": {"$gt": 4}, "$and": [{"f": 5}]}'
    expect(upsert(filter, '{"$setOnInsert": {"g": 6}}')).toBe(
      '{"a": 1, "b": {"c": 2}, "d": 3, "f": 5, "g": 6}',
    )
  })

  test('a replacement takes only _id', () => {
    expect(upsert('{"_id": 7, "a": 1}', '{"b": 2}')).toBe('{"_id": 7, "b": 2}')
  })

  test('refuse a filter that names a field twice', () => {
    expect(() => upsert('{"a": 1, "a.b": 2}', '{"$set": {"c": 1}}')).toThrow(MongoError)
  })
})

describe('projections', () => {
  test.each([
    ['{"a": 1}', '{"_id": 1, "a": {"b": 2}}'],
    ['{"a.b": 1, "_id": 0}', '{"a": {"b": 2}}'],
    ['{"list": 0, "a": 0}', '{"_id": 1, "n": 5}'],
    ['{"list": {"$slice": 1}}', '{"_id": 1, "a": {"b": 2}, "list": [{"x": 1, "y": 1}], "n": 5}'],
    ['{"list": {"$elemMatch": {"x": 2}}}', '{"_id": 1, "list": [{"x": 2, "y": 2}]}'],
    ['{"list.x": 1}', '{"_id": 1, "list": [{"x": 1}, {"x": 2}]}'],
    ['{"double": {"$add": ["$n", "$n"]}}', '{"_id": 1, "double": 10}'],
  ])('%s', (projection, expected) => {
    const project = compileProjection(parse(projection))
    expect(
      show(
        project?.(parse('{"_id": 1, "a": {"b": 2}, "list": [{"x": 1, "y": 1}, {"x": 2, "y": 2}], "n": 5}')) ??
          {},
      ),
    ).toBe(expected)
  })

  test('inclusion and exclusion do not mix, paths do not collide', () => {
    expect(() => compileProjection(parse('{"a": 1, "b": 0}'))).toThrow(
      expect.objectContaining({ code: 31254 }),
    )
    expect(() => compileProjection(parse('{"a": 1, "a.b": 1}'))).toThrow(
      expect.objectContaining({ code: 31250 }),
    )
  })
})
