import { mkdir } from 'node:fs/promises'
import type { Connection } from 'mongoose'
import type { Config } from './config.js'
import type { Clock } from './platform/clock.js'
import type { Closing } from './platform/closing.js'
import { createEventBus, type EventBus } from './platform/domain-events.js'
import { bridgeEvents } from './platform/event-bridge.js'
import { type Jobs, openJobs } from './platform/jobs/open-jobs.js'
import { createMemoryLimiter, type RateLimiter } from './platform/limits/rate-limiter.js'
import { createRedisLimiter } from './platform/limits/redis-rate-limiter.js'
import { createLogger, type Logger } from './platform/logger.js'
import type { MailQueue } from './platform/mailer/mail-queue.js'
import { openMails } from './platform/mailer/open-mails.js'
import type { Outbox } from './platform/mailer/outbox-mailer.js'
import { openDatabase } from './platform/mongo/database.js'
import { openProofs, type Proofs } from './platform/proof/proof-of-work.js'
import { openScheduler, type Scheduler } from './platform/schedule/scheduler.js'
import { keepSessionSecret } from './platform/session-secret.js'
import { createTokenSigner, type TokenSigner } from './platform/signed-token.js'

/** What every feature stands on. */
export type Foundation = {
  connection: Connection
  /** Whether the database answers right now. */
  isReady(): Promise<boolean>
  redisUrl: string | undefined
  /** Signs session cookies. */
  secret: string
  limiter: RateLimiter
  events: EventBus
  clock: Clock
  log: Logger
  mails: MailQueue
  /** Null where a mail server is set. */
  outbox: Outbox | null
  scheduler: Scheduler
  jobs: Jobs
  /** Signs what we hand out and want back unchanged. */
  tokens: TokenSigner
  proofs: Proofs
}

export async function openFoundation(config: Config, clock: Clock, closing: Closing): Promise<Foundation> {
  const { redisUrl, dataDir } = config
  const log = createLogger(config.logLevel)
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const secret = config.sessionSecret ?? (await keepSessionSecret(dataDir))
  const database = await openDatabase(config)
  closing.add(database.close)
  const limiter = redisUrl
    ? createRedisLimiter(redisUrl, log)
    : createMemoryLimiter(() => clock.now().getTime())
  closing.add(limiter.close)
  const events = createEventBus(log)
  if (redisUrl) closing.add(bridgeEvents(events, redisUrl, log))
  const { connection, answers: isReady } = database
  const { mails, outbox } = openMails(config, { connection, clock, log })
  closing.add(mails.close)
  const scheduler = openScheduler({ connection, clock, log })
  closing.add(scheduler.close)
  const jobs = openJobs({ connection, clock, log, scheduler })
  closing.add(jobs.close)
  const tokens = createTokenSigner(secret)
  return {
    connection,
    isReady,
    redisUrl,
    secret,
    limiter,
    events,
    clock,
    log,
    mails,
    outbox,
    scheduler,
    jobs,
    tokens,
    proofs: openProofs({ connection, tokens, clock }),
  }
}
