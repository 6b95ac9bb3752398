import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { mongodbAdapter } from 'better-auth/adapters/mongodb'
import type { Connection } from 'mongoose'
import type { Logger } from '../../platform/logger.js'
import { collections } from './models.js'
import { sessionOpening } from './session-opening.js'

export type AuthSettings = {
  connection: Connection
  secret: string
  /** Where people reach us, e.g. `https://beteiligung.example.org`. */
  address: string
  log: Logger
}

const dayInSeconds = 24 * 60 * 60

/**
 * Sessions and passwords, by better-auth on our database. Its own routes are not mounted: our endpoints call it, so
 * that origin, limits and refusals are judged in one place for everything. Passwords are argon2id with the library's
 * parameters, which are OWASP's (19 MiB, 2 passes).
 */
export function createAuth({ connection, secret, address, log }: AuthSettings) {
  if (!connection.db) throw new Error('the database is not connected')
  return betterAuth({
    appName: 'Randnotiz',
    baseURL: address,
    secret,
    database: mongodbAdapter(connection.db, { transaction: false }),
    emailAndPassword: {
      enabled: true,
      maxPasswordLength: 256,
      password: {
        hash: password => hash(password),
        verify: ({ hash: known, password }) => verify(known, password),
      },
    },
    user: {
      modelName: collections.users,
      additionalFields: {
        pseudonymKey: { type: 'string', required: true },
        pseudonymLook: { type: 'string', required: true },
        role: { type: 'string', required: true },
        colour: { type: 'string', required: true },
        joinKey: { type: 'string', required: false },
        receiptHash: { type: 'string', required: false },
        mergedInto: { type: 'string', required: false },
      },
    },
    session: { modelName: collections.sessions, expiresIn: 30 * dayInSeconds, updateAge: dayInSeconds },
    account: { modelName: collections.credentials },
    verification: { modelName: collections.verifications },
    advanced: {
      cookiePrefix: 'randnotiz',
      useSecureCookies: address.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      // No list of who was where; limits are kept elsewhere and forget.
      ipAddress: { disableIpTracking: true },
    },
    plugins: [sessionOpening],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      disableColors: true,
      log: (_level, message, ...details) => log.error({ details }, `better-auth: ${message}`),
    },
  })
}

export type Auth = ReturnType<typeof createAuth>
