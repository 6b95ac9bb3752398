import { createHash } from 'node:crypto'
import type { Connection } from 'mongoose'
import { z } from 'zod'
import type { Clock } from '../clock.js'
import { isDuplicateKey } from '../mongo/duplicate-key.js'
import { type Delivery, Mail, type Mailer, MailRefused } from './mail.js'
import { queuedMailModel } from './models.js'

/**
 * Mails on their way. `enqueue` is durable and does nothing for a key it has seen, so that an event can be told as often
 * as one likes. A mail is claimed by one process at a time; what a crash interrupts becomes due again after the claim
 * has run out.
 *
 *   waiting ── claimed, sent ──▶ sent
 *      ▲ └──── claimed, failed: later ────┐   refused for good, or tried too often ──▶ failed
 *      └──────────────────────────────────┘
 *
 * Between a mail server's "accepted" and our note of it lies one write. If the process dies right there the mail goes
 * out once more, under the same Message-ID, by which mail programs show it once: better than losing a decision.
 */
export type MailQueue = {
  /** Answers whether the key was new. */
  enqueue(key: string, mail: z.input<typeof Mail>): Promise<boolean>
  /** Sends what is due; resolves when nothing is. */
  work(): Promise<void>
  /** Removes what will be mailed to an address, and every trace of mails whose keys begin with one of these. */
  forget(mails: { to: string | null; keys: readonly string[] }): Promise<void>
  /** For the admin page. */
  counts(): Promise<MailCounts>
  close(): Promise<void>
}

export type MailCounts = { waiting: number; sent: number; failed: number }

export type MailQueueParts = {
  connection: Connection
  mailer: Mailer
  /** The right side of Message-IDs. */
  host: string
  clock: Clock
  log: { warn(details: object, message: string): void }
}

const claimMs = 120_000
const lookEveryMs = 15_000
const mostAttempts = 14
const minuteMs = 60_000

/** 1, 2, 4 … minutes, at most six hours: fourteen attempts are almost three days. */
export const backoffMs = (attempts: number) => Math.min(2 ** (attempts - 1), 360) * minuteMs

const Claimed = z.object({ key: z.string(), mail: Mail, attempts: z.number().int() })

export function openMailQueue(parts: MailQueueParts): MailQueue {
  const { connection, clock, log } = parts
  const mails = queuedMailModel(connection)
  const now = () => clock.now()
  const later = (ms: number) => new Date(now().getTime() + ms)
  let working: Promise<void> | null = null
  let closed = false

  async function claim() {
    const row = await mails
      .findOneAndUpdate(
        { state: 'waiting', dueAt: { $lte: now() } },
        { $set: { dueAt: later(claimMs) }, $inc: { attempts: 1 } },
        { sort: { dueAt: 1 }, returnDocument: 'after' },
      )
      .lean()
    return row ? Claimed.parse(row) : null
  }

  async function end(key: string, state: 'sent' | 'failed', problem?: string) {
    await mails.updateOne(
      { key },
      { $set: { state, doneAt: now(), ...(problem ? { problem } : {}) }, $unset: { mail: 1 } },
    )
  }

  async function deliver({ key, mail, attempts }: z.output<typeof Claimed>) {
    try {
      await parts.mailer.send(deliveryOf(key, mail, parts.host))
    } catch (error) {
      const problem = error instanceof Error ? error.message.slice(0, 300) : 'unknown'
      log.warn({ key, attempts, problem }, 'a mail could not be sent')
      if (error instanceof MailRefused || attempts >= mostAttempts) return end(key, 'failed', problem)
      await mails.updateOne({ key }, { $set: { dueAt: later(backoffMs(attempts)), problem } })
      return
    }
    await end(key, 'sent')
  }

  async function workOff() {
    for (let claimed = await claim(); claimed && !closed; claimed = await claim()) await deliver(claimed)
  }

  function work(): Promise<void> {
    working ??= workOff().finally(() => {
      working = null
    })
    return working
  }

  const soon = () => void work().catch(error => log.warn({ error }, 'mails could not be sent'))
  const timer = setInterval(soon, lookEveryMs)
  timer.unref()
  soon()

  return {
    enqueue: async (key, mail) => {
      const row = {
        key,
        mail: Mail.parse(mail),
        state: 'waiting',
        attempts: 0,
        dueAt: now(),
        createdAt: now(),
      }
      try {
        await mails.create(row)
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
      soon()
      return true
    },
    work: async () => {
      await working
      await work()
    },
    forget: async ({ to, keys }) => {
      for (const key of keys) await mails.deleteMany({ key: { $gte: key, $lt: `${key}\uffff` } })
      if (to !== null) await mails.deleteMany({ 'mail.to': to })
    },
    counts: async () => {
      const [waiting, sent, failed] = await Promise.all(
        ['waiting', 'sent', 'failed'].map(state => mails.countDocuments({ state })),
      )
      return { waiting: waiting ?? 0, sent: sent ?? 0, failed: failed ?? 0 }
    },
    close: async () => {
      closed = true
      clearInterval(timer)
      await working?.catch(() => undefined)
      parts.mailer.close()
    },
  }
}

/** The same key gives the same Message-ID. */
function deliveryOf(key: string, mail: Mail, host: string): Delivery {
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 40)
  return { ...mail, messageId: `<${digest}@${host}>` }
}
