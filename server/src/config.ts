import { resolve } from 'node:path'
import { z } from 'zod'

/**
 * Every setting of the server, read once at start. This is the only file that looks at the environment; whatever is
 * wrong there is one line that names the variable, and the server does not start.
 */
export type Config = z.output<typeof Environment>

/** An empty variable counts as absent, as it does in compose files. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(value => (value === '' ? undefined : value), schema.optional())

const defaulted = <Schema extends z.ZodType>(schema: Schema, value: z.input<Schema>) =>
  z.preprocess(given => (given === undefined || given === '' ? value : given), schema)

const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: `must be a whole number from 0 to ${most}` })
    .transform(Number)
    .refine(number => number <= most, { error: `must be a whole number from 0 to ${most}` })

const address = (pattern: RegExp, example: string) =>
  z.string().regex(pattern, { error: `must be an address like ${example}` })

const publicAddress = z
  .string()
  .refine(value => /^https?:\/\//.test(value) && URL.canParse(value), {
    error: 'must be an address like https://beteiligung.example.org',
    abort: true,
  })
  .refine(value => new URL(value).pathname === '/' && new URL(value).search === '', {
    error: 'must be an address without a path',
  })
  .transform(value => new URL(value).origin)

const isForThisMachine = (publicUrl: string | undefined) =>
  publicUrl === undefined || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(publicUrl).hostname)

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const oneOf = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.enum(names, { error: `must be one of ${names.join(', ')}` })

const Environment = z
  .object({
    /** 0 lets the system choose a free one. */
    PORT: defaulted(wholeNumber(65_535), '3000'),
    HOST: defaulted(
      z.string().regex(/^[0-9A-Za-z.:_-]+$/, { error: 'must be a host name or an IP address' }),
      '127.0.0.1',
    ),
    DATA_DIR: defaulted(z.string(), './data'),
    MONGODB_URI: optional(address(/^mongodb(\+srv)?:\/\/\S+$/, 'mongodb://localhost:27017/randnotiz')),
    REDIS_URL: optional(address(/^rediss?:\/\/\S+$/, 'redis://localhost:6379')),
    PUBLIC_URL: optional(publicAddress),
    SESSION_SECRET: optional(z.string().min(32, { error: 'must have at least 32 characters' })),
    LOG_LEVEL: defaulted(oneOf(logLevels), 'info'),
    TRUST_PROXY: defaulted(wholeNumber(10), '0'),
    DEMO: defaulted(oneOf(['auto', 'on', 'off']), 'auto'),
    /** Without it mails become files in the outbox of the data directory. */
    SMTP_URL: optional(address(/^smtps?:\/\/\S+$/, 'smtps://user:password@mail.example.org')),
    MAIL_FROM: defaulted(
      z.string().regex(/^[^\r\n<>]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/, {
        error: 'must be an address like Beteiligung <beteiligung@example.org>',
      }),
      'Randnotiz <randnotiz@localhost>',
    ),
    /** Under which open data are given: the address of its text. */
    OPEN_DATA_LICENCE: defaulted(
      address(/^https?:\/\/\S+$/, 'https://www.govdata.de/dl-de/by-2-0'),
      'https://www.govdata.de/dl-de/by-2-0',
    ),
    /** A Chromium that prints PDF; Debian's is found without it. */
    CHROMIUM_PATH: optional(z.string()),
    /** Lets a collector on another machine read /metrics; without it only this machine can. */
    METRICS_TOKEN: optional(z.string().min(16, { error: 'must have at least 16 characters' })),
  })
  .transform(env => ({
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(env.DATA_DIR),
    mongodbUri: env.MONGODB_URI,
    redisUrl: env.REDIS_URL,
    /** Scheme, host and port that people type; undefined means this machine only. */
    publicUrl: env.PUBLIC_URL,
    /** Undefined: made at the first start and kept in the data directory. */
    sessionSecret: env.SESSION_SECRET,
    logLevel: env.LOG_LEVEL,
    /** Number of proxies in front whose X-Forwarded headers are believed. */
    trustProxy: env.TRUST_PROXY,
    /** IRI of the licence of open data. */
    openDataLicence: env.OPEN_DATA_LICENCE,
    /**
     * Whether an empty database gets the demo. Its accounts have a password that everybody knows, so by itself it comes
     * only to a server for this machine.
     */
    demo: env.DEMO === 'on' || (env.DEMO === 'auto' && isForThisMachine(env.PUBLIC_URL)),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    chromiumPath: env.CHROMIUM_PATH,
    metricsToken: env.METRICS_TOKEN,
  }))

export class ConfigError extends Error {}

/** @throws ConfigError whose message is one line that names the first wrong variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = Environment.safeParse(env)
  if (read.success) return read.data
  const issue = read.error.issues[0]
  throw new ConfigError(`${issue?.path.join('.') ?? 'environment'}: ${issue?.message ?? 'is wrong'}`)
}
