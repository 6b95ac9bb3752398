import { randomBytes } from 'node:crypto'

/**
 * The whole suite on another database: with MONGODB_URI set, each test gets a database of its own on that server, and
 * the run drops them all at its end, by this prefix, which the run's set-up puts into the environment. Without one (no
 * MONGODB_URI, or no test run, as in a benchmark) nothing is chosen here.
 */
export const DATABASE_PREFIX_VARIABLE = 'TEST_DATABASE_PREFIX'

/** The connection string of a database nobody else has; undefined: use the embedded one. */
export function ownDatabaseUri(env = process.env): string | undefined {
  const prefix = env[DATABASE_PREFIX_VARIABLE]
  if (!env.MONGODB_URI || !prefix) return undefined
  return withDatabase(env.MONGODB_URI, `${prefix}${randomBytes(6).toString('hex')}`)
}

/** The same as settings of a server. */
export function ownDatabaseSettings(): Record<string, string> {
  const uri = ownDatabaseUri()
  return uri === undefined ? {} : { MONGODB_URI: uri }
}

/** Names another database. Who signs in does so where they did before: by default that is the named database. */
export function withDatabase(uri: string, database: string): string {
  const parts = /^(mongodb(?:\+srv)?:\/\/)([^/?]+)\/?([^?]*)\??(.*)$/.exec(uri)
  if (!parts) throw new Error('MONGODB_URI must be an address like mongodb://localhost:27017/randnotiz')
  const [, scheme, hosts = '', former, given] = parts
  const options = new URLSearchParams(given)
  if (hosts.includes('@') && !options.has('authSource')) options.set('authSource', former || 'admin')
  return `${scheme}${hosts}/${database}${options.size > 0 ? `?${options}` : ''}`
}
