import { Cadence, type MailChoices } from '@randnotiz/contract/accounts/notices'
import { UserId } from '@randnotiz/contract/kit/ids'
import { Language } from '@randnotiz/contract/kit/wire-values'
import { z } from 'zod'
import { isDuplicateKey } from '../../../../platform/mongo/duplicate-key.js'
import { stored } from '../../../../platform/mongo/ids.js'
import type { NotificationModels } from './models.js'

export type DigestCadence = 'daily' | 'weekly'

const ContactRow = z.object({
  _id: stored(UserId),
  address: z.string().nullable(),
  confirmedAt: z.date().nullable(),
  language: Language,
  replies: Cadence,
  news: Cadence,
  readUpTo: z.number().int(),
  subscriber: z.boolean().default(false),
  digested: z.object({ daily: z.number().default(0), weekly: z.number().default(0) }).prefault({}),
})
export type Contact = z.output<typeof ContactRow>

export type Admission = Pick<MailChoices, 'language' | 'news'> & { address: string; at: Date }

/** Replies at once, news collected: what most people want who have not chosen. */
const atFirst = { language: 'de', replies: 'at-once', news: 'weekly', readUpTo: 0 } as const

export class ContactStore {
  #contacts: NotificationModels['contacts']

  constructor({ contacts }: NotificationModels) {
    this.#contacts = contacts
  }

  /** Whoever is not known yet has the choices that everybody has at first. */
  async of(personId: UserId): Promise<Contact> {
    const row = await this.#contacts.findById(personId).lean()
    return row
      ? ContactRow.parse(row)
      : {
          ...atFirst,
          _id: personId,
          address: null,
          confirmedAt: null,
          subscriber: false,
          digested: { daily: 0, weekly: 0 },
        }
  }

  choose(personId: UserId, choices: Partial<MailChoices>): Promise<void> {
    return this.#set(personId, choices)
  }

  /** A new address waits for its confirmation. */
  setAddress(personId: UserId, address: string): Promise<void> {
    return this.#set(personId, { address, confirmedAt: null })
  }

  confirm(personId: UserId, address: string, now: Date): Promise<void> {
    return this.#set(personId, { address, confirmedAt: now })
  }

  /** An address that has said yes, and nothing else. */
  admit(id: UserId, { address, at, ...choices }: Admission): Promise<void> {
    return this.#set(id, { ...choices, address, confirmedAt: at, replies: 'never', subscriber: true })
  }

  async remove(personId: UserId): Promise<void> {
    await this.#contacts.deleteOne({ _id: personId })
  }

  /** Never backwards. */
  async read(personId: UserId, upTo: number): Promise<void> {
    await this.#set(personId, {})
    await this.#contacts.updateOne({ _id: personId, readUpTo: { $lt: upTo } }, { $set: { readUpTo: upTo } })
  }

  digested(personId: UserId, cadence: DigestCadence, upTo: number): Promise<void> {
    return this.#set(personId, { [`digested.${cadence}`]: upTo })
  }

  /** People who want some kind of mail collected. */
  async withCadence(cadence: DigestCadence): Promise<Contact[]> {
    const rows = await this.#contacts
      .find({ confirmedAt: { $ne: null }, $or: [{ replies: cadence }, { news: cadence }] })
      .sort({ _id: 1 })
      .lean()
    return rows.map(row => ContactRow.parse(row))
  }

  async #set(personId: UserId, changes: Record<string, unknown>): Promise<void> {
    const first = Object.fromEntries(
      Object.entries({ ...atFirst, address: null, confirmedAt: null }).filter(([name]) => !(name in changes)),
    )
    const update = {
      ...(Object.keys(changes).length > 0 ? { $set: changes } : {}),
      $setOnInsert: first,
    }
    try {
      await this.#contacts.updateOne({ _id: personId }, update, { upsert: true })
    } catch (error) {
      // Made by another request at the same moment: now it is there to be changed.
      if (!isDuplicateKey(error)) throw error
      await this.#contacts.updateOne({ _id: personId }, update, { upsert: true })
    }
  }
}
