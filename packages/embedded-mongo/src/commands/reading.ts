/** `find`, `getMore`, `killCursors`, `count`, `distinct`. */
import { Long } from 'bson'
import { encode } from '../bson/codec.js'
import { encodeKey } from '../bson/key-encoding.js'
import { fromNumber, toBigInt } from '../bson/numbers.js'
import { type Document, isNumber, isText, textOf, type Value } from '../bson/value.js'
import { refuse } from '../mongo-error.js'
import { walkPath } from '../query/path-walk.js'
import type { QueryRequest } from '../query/query.js'
import {
  collectionName,
  countOr,
  documentOr,
  flag,
  integerOr,
  optionalDocument,
  textOr,
  variablesOf,
} from './arguments.js'
import type { CommandHandler, CommandTable } from './command.js'
import { DEFAULT_BATCH } from './cursors.js'
import { prepareReading } from './sources.js'

/** The query a `find` command asks; also explained. */
export function findRequest(command: Document): QueryRequest {
  return {
    filter: documentOr(command, 'filter', {}),
    sort: optionalDocument(command, 'sort'),
    projection: optionalDocument(command, 'projection'),
    skip: countOr(command, 'skip', 0),
    limit: Math.abs(integerOr(command, 'limit', 0)),
    hint: command.hint,
    collation: command.collation,
    variables: variablesOf(command),
  }
}

const find: CommandHandler = (command, { engine, database }) => {
  const name = collectionName(command, 'find')
  const namespace = `${database}.${name}`
  const request = findRequest(command)
  const reading = prepareReading(command, { engine, database }, { name, request })
  // A negative limit is a single batch, in the oldest dialect.
  const single = flag(command, 'singleBatch') || integerOr(command, 'limit', 0) < 0
  const size = countOr(command, 'batchSize', single ? Infinity : DEFAULT_BATCH)
  return engine.cursors.open({
    namespace,
    documents: reading.results(),
    size,
    lifetime: single ? 'once' : 'open',
  })
}

const getMore: CommandHandler = (command, { engine, database }) => {
  const namespace = `${database}.${collectionName(command, 'collection')}`
  return engine.cursors.next(cursorId(command.getMore), namespace, countOr(command, 'batchSize', 0))
}

const killCursors: CommandHandler = (command, { engine }) => {
  const ids = Array.isArray(command.cursors) ? command.cursors.map(cursorId) : []
  const killed = ids.filter(id => engine.cursors.kill(id))
  const unknown = ids.filter(id => !killed.includes(id))
  return {
    cursorsKilled: killed.map(id => Long.fromBigInt(id)),
    cursorsNotFound: unknown.map(id => Long.fromBigInt(id)),
    cursorsAlive: [],
    cursorsUnknown: [],
  }
}

const cursorId = (id: Value): bigint =>
  isNumber(id) ? toBigInt(id) : refuse('TypeMismatch', 'a cursor id must be a number')

const count: CommandHandler = (command, context) => {
  const name = collectionName(command, 'count')
  const request = {
    filter: documentOr(command, 'query', {}),
    hint: command.hint,
    collation: command.collation,
  }
  const matches = prepareReading(command, context, { name, request }).count()
  const limit = Math.abs(integerOr(command, 'limit', 0))
  const remaining = Math.max(0, matches - countOr(command, 'skip', 0))
  return { n: fromNumber(limit ? Math.min(limit, remaining) : remaining) }
}

const distinct: CommandHandler = (command, context) => {
  const name = collectionName(command, 'distinct')
  const path = textOr(command, 'key', '').split('.')
  const request = {
    filter: documentOr(command, 'query', {}),
    collation: command.collation,
    hint: command.hint,
  }
  const reading = prepareReading(command, context, { name, request })
  const values = new DistinctValues(reading.collation)
  for (const document of reading.documents()) {
    walkPath(document, path, 'whole', value => {
      for (const one of Array.isArray(value) ? value : [value]) values.add(one)
      return false
    })
  }
  return values.reply()
}

class DistinctValues {
  private readonly values = new Map<string, Value>()

  constructor(private readonly collation: Intl.Collator | undefined) {}

  add(value: Value): void {
    if (value === undefined) return
    if (this.collation && isText(value) && this.hasEqualText(this.collation, textOf(value))) return
    const key = encodeKey(value).toString('latin1')
    if (!this.values.has(key)) this.values.set(key, value)
  }

  private hasEqualText(collation: Intl.Collator, text: string): boolean {
    return [...this.values.values()].some(
      known => isText(known) && collation.compare(textOf(known), text) === 0,
    )
  }

  reply(): Document {
    const reply = { values: [...this.values.values()] }
    if (encode(reply).length > 16 * 1024 * 1024) refuse(17217, 'distinct too big, 16mb cap')
    return reply
  }
}

export const READING: CommandTable = { find, getMore, killCursors, count, distinct }
