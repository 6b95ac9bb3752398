import { expect, it } from 'vitest'
import { ownDatabaseUri, withDatabase } from './own-database.js'

it.each([
  ['mongodb://one', 'mongodb://one/own'],
  ['mongodb://one/', 'mongodb://one/own'],
  ['mongodb://one:27017,two:27018/town?replicaSet=rs0', 'mongodb://one:27017,two:27018/own?replicaSet=rs0'],
  ['mongodb://me:word@one/town', 'mongodb://me:word@one/own?authSource=town'],
  ['mongodb+srv://me:word@one', 'mongodb+srv://me:word@one/own?authSource=admin'],
  ['mongodb://me:word@one/town?authSource=%24external', 'mongodb://me:word@one/own?authSource=%24external'],
  [
    'mongodb://%2Ftmp%2Fa.sock/town?directConnection=true',
    'mongodb://%2Ftmp%2Fa.sock/own?directConnection=true',
  ],
])('%s with another database is %s', (uri, expected) => {
  expect(withDatabase(uri, 'own')).toBe(expected)
})

it('is another one each time, of this run only', () => {
  const env = { MONGODB_URI: 'mongodb://one/town', TEST_DATABASE_PREFIX: 'run_' }
  expect(ownDatabaseUri(env)).toMatch(/^mongodb:\/\/one\/run_[0-9a-f]{12}$/)
  expect(ownDatabaseUri(env)).not.toBe(ownDatabaseUri(env))
  expect(ownDatabaseUri({ MONGODB_URI: 'mongodb://one/town' })).toBeUndefined()
  expect(ownDatabaseUri({ TEST_DATABASE_PREFIX: 'run_' })).toBeUndefined()
})
