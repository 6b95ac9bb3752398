/** What matches: the rules of MongoDB that surprise. Values are written in Extended JSON. */
import { EJSON } from 'bson'
import { expect, test } from 'vitest'
import { decode, encode } from '../bson/codec.js'
import { MongoError } from '../mongo-error.js'
import { compileFilter } from './filter.js'

const parse = (json: string) => decode(encode(EJSON.parse(json, { relaxed: false })))

/** Filter, documents that match, documents that do not. */
const RULES: Record<string, [filter: string, matches: string[], others: string[]]> = {
  'numbers compare across types': [
    '{"a": {"$numberInt": "1"}}',
    ['{"a": {"$numberDouble": "1.0"}}', '{"a": {"$numberLong": "1"}}', '{"a": {"$numberDecimal": "1.00"}}'],
    ['{"a": "1"}', '{"a": true}'],
  ],
  'null also means missing': [
    '{"a": null}',
    ['{}', '{"a": null}', '{"a": [1, null]}'],
    ['{"a": 0}', '{"a": []}', '{"a": ""}'],
  ],
  'null below a path': [
    '{"a.b": null}',
    ['{}', '{"a": 5}', '{"a": {}}', '{"a": [{"b": 1}, {}]}'],
    ['{"a": [{"b": 1}]}', '{"a": {"b": 0}}'],
  ],
  'equality reaches into arrays': ['{"a": 1}', ['{"a": 1}', '{"a": [2, 1]}'], ['{"a": [[1]]}', '{"a": []}']],
  'an array equals itself or an element': [
    '{"a": [1, 2]}',
    ['{"a": [1, 2]}', '{"a": [[1, 2], 3]}'],
    ['{"a": [2, 1]}', '{"a": [1, 2, 3]}'],
  ],
  'documents are equal field by field, in order': [
    '{"a": {"x": 1, "y": 2}}',
    ['{"a": {"x": 1, "y": 2}}'],
    ['{"a": {"y": 2, "x": 1}}', '{"a": {"x": 1}}'],
  ],
  'paths go through arrays of documents': [
    '{"a.b": 1}',
    ['{"a": [{"b": 2}, {"b": 1}]}', '{"a": {"b": [1]}}'],
    ['{"a": [1]}', '{"a": [[{"b": 1}]]}'],
  ],
  'numbers in paths are positions': [
    '{"a.1": 2}',
    ['{"a": [1, 2]}', '{"a": {"1": 2}}'],
    ['{"a": [2, 1]}', '{"a": [2]}'],
  ],
  'ranges stay within a type': [
    '{"a": {"$gt": 1}}',
    ['{"a": 2}', '{"a": [0, 5]}'],
    ['{"a": "2"}', '{"a": null}', '{}', '{"a": {"$date": "2026-01-01T00:00:00Z"}}'],
  ],
  'different elements may satisfy two bounds': [
    '{"a": {"$gt": 4, "$lt": 3}}',
    ['{"a": [1, 9]}'],
    ['{"a": [3, 4]}', '{"a": 3}'],
  ],
  '$elemMatch binds them to one': [
    '{"a": {"$elemMatch": {"$gt": 1, "$lt": 3}}}',
    ['{"a": [0, 2]}'],
    ['{"a": [0, 9]}', '{"a": 2}'],
  ],
  '$elemMatch on documents': [
    '{"a": {"$elemMatch": {"x": 1, "y": 2}}}',
    ['{"a": [{"x": 1, "y": 2}]}'],
    ['{"a": [{"x": 1, "y": 0}, {"x": 0, "y": 2}]}'],
  ],
  '$ne is no equality anywhere': ['{"a": {"$ne": 1}}', ['{}', '{"a": [2]}'], ['{"a": [2, 1]}', '{"a": 1}']],
  '$nin with null excludes missing': ['{"a": {"$nin": [null, 1]}}', ['{"a": 2}'], ['{}', '{"a": [1, 2]}']],
  '$in with a pattern': [
    '{"a": {"$in": [{"$regularExpression": {"pattern": "^b", "options": "i"}}, 5]}}',
    ['{"a": "Bus"}', '{"a": [1, 5]}'],
    ['{"a": "abc"}'],
  ],
  '$not includes missing': [
    '{"a": {"$not": {"$gt": 1}}}',
    ['{}', '{"a": 1}', '{"a": "x"}'],
    ['{"a": [0, 2]}'],
  ],
  '$exists sees null': ['{"a": {"$exists": true}}', ['{"a": null}', '{"a": []}'], ['{}']],
  '$size counts the array itself': [
    '{"a": {"$size": 1}}',
    ['{"a": [[1, 2]]}'],
    ['{"a": [[1], [2]]}', '{"a": 1}', '{}'],
  ],
  '$all of values': ['{"a": {"$all": [1, 2]}}', ['{"a": [2, 3, 1]}'], ['{"a": [1]}', '{"a": 1}']],
  '$all of one value on a scalar': ['{"a": {"$all": [1]}}', ['{"a": 1}'], ['{}']],
  '$type looks into arrays, and at them': [
    '{"a": {"$type": "array"}}',
    ['{"a": []}', '{"a": [1]}'],
    ['{"a": 1}'],
  ],
  '$mod truncates': [
    '{"a": {"$mod": [4, 0]}}',
    ['{"a": 8}', '{"a": {"$numberDouble": "4.5"}}', '{"a": 0}'],
    ['{"a": 6}', '{"a": "8"}'],
  ],
  bits: ['{"a": {"$bitsAllSet": [0, 2]}}', ['{"a": 5}', '{"a": 7}', '{"a": -1}'], ['{"a": 4}', '{"a": "5"}']],
  '$regex with options': [
    '{"a": {"$regex": "B U S", "$options": "ix"}}',
    ['{"a": "der bus"}', '{"a": ["x", "BUS"]}'],
    ['{"a": 5}', '{"a": "b u s"}'],
  ],
  '$expr compares fields': ['{"$expr": {"$gt": ["$a", "$b"]}}', ['{"a": 2, "b": 1}'], ['{"a": 1, "b": 2}']],
  $nor: ['{"$nor": [{"a": 1}, {"b": 1}]}', ['{}', '{"a": 2}'], ['{"a": 1}', '{"b": 1}']],
  'field names of objects are ordinary': [
    '{"constructor": {"$exists": true}}',
    ['{"constructor": 1}'],
    ['{}'],
  ],
}

for (const [rule, [filter, matching, others]] of Object.entries(RULES)) {
  test(`${rule}: ${filter}`, () => {
    const matches = compileFilter(parse(filter))
    for (const document of matching) expect(matches(parse(document)), document).toBe(true)
    for (const document of others) expect(matches(parse(document)), document).toBe(false)
  })
}

const REFUSED: Record<string, string> = {
  '{"$and": []}': '$and argument must be a non-empty array',
  '{"$or": {}}': '$or must be an array',
  '{"a": {"$in": 5}}': '$in needs an array',
  '{"a": {"$size": -1}}': 'Failed to parse $size. Expected a non-negative integer',
  '{"a": {"$mod": [0, 1]}}': 'divisor cannot be 0',
  '{"a": {"$type": "frob"}}': 'Unknown type name alias: frob',
  '{"a": {"$ne": {"$regularExpression": {"pattern": "x", "options": ""}}}}':
    "Can't have regex as arg to $ne.",
}

for (const [filter, message] of Object.entries(REFUSED)) {
  test(`refused: ${filter}`, () => {
    expect(() => compileFilter(parse(filter))).toThrow(new MongoError(2, message))
  })
}
