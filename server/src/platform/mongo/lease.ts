import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { type Connection, Schema } from 'mongoose'
import { isDuplicateKey } from './duplicate-key.js'

const lease = new Schema(
  { _id: String, holder: { type: String, required: true }, expiresAt: { type: Date, required: true } },
  { collection: 'leases', versionKey: false, autoIndex: false },
)

export type LeaseTimes = {
  /** A holder that has died is succeeded after so long. */
  leaseMs: number
  /** How long to wait for another holder before giving up. */
  waitMs: number
}

const usualTimes: LeaseTimes = { leaseMs: 15_000, waitMs: 120_000 }

/**
 * Runs `work` while no other process runs it under the same name. The holder renews its lease at a third of its
 * time; one that was killed is succeeded when the lease has run out. Clocks of the machines may differ by less than
 * the lease; work must bear to be done twice all the same.
 */
export async function withLease<Value>(
  connection: Connection,
  name: string,
  work: () => Promise<Value>,
  times: LeaseTimes = usualTimes,
): Promise<Value> {
  const leases = connection.model('Lease', lease)
  const holder = randomUUID()
  const until = () => new Date(Date.now() + times.leaseMs)

  async function acquired(): Promise<boolean> {
    try {
      await leases.updateOne(
        { _id: name, expiresAt: { $lt: new Date() } },
        { $set: { holder, expiresAt: until() } },
        { upsert: true },
      )
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  }

  const deadline = Date.now() + times.waitMs
  while (!(await acquired())) {
    if (Date.now() > deadline) throw new Error(`another process holds the lease "${name}"`)
    await delay(100)
  }
  const renewal = setInterval(() => {
    leases.updateOne({ _id: name, holder }, { $set: { expiresAt: until() } }).catch(() => {})
  }, times.leaseMs / 3)
  try {
    return await work()
  } finally {
    clearInterval(renewal)
    await leases.deleteOne({ _id: name, holder })
  }
}
