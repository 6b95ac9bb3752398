import { createHash } from 'node:crypto'
import { Pseudonym } from '@randnotiz/contract/accounts/viewer'
import { UserId } from '@randnotiz/contract/kit/ids'
import { type Connection, Types } from 'mongoose'
import { z } from 'zod'
import type { Clock } from '../../platform/clock.js'
import { stored } from '../../platform/mongo/ids.js'
import { importedPersonModel } from './models.js'

/** Somebody elsewhere. `key` is what tells them from others of the same name, as far as the source does. */
export type ImportedPerson = { key: string; name: string }

const ImportedPersonRecord = z.object({ _id: stored(UserId), pseudonym: Pseudonym })
export type ImportedPersonRecord = z.output<typeof ImportedPersonRecord>

/**
 * People whose words were taken over from elsewhere. They are not accounts: nobody can sign in as them, their names may
 * be somebody's here as well, and they have no role, so that no file can make an officer of anybody.
 */
export class ImportedPeople {
  #people: ReturnType<typeof importedPersonModel>
  #clock: Clock

  constructor(connection: Connection, clock: Clock) {
    this.#people = importedPersonModel(connection)
    this.#clock = clock
  }

  /** Answers the person for each key; the same key is the same person, also the next time. */
  async keep(people: readonly ImportedPerson[]): Promise<Map<string, UserId>> {
    const names = new Map(people.map(({ key, name }) => [key, name]))
    const ids = new Map([...names.keys()].map(key => [key, idOf(key)]))
    if (names.size > 0)
      await this.#people.bulkWrite(
        [...names].map(([key, pseudonym]) => ({
          updateOne: {
            filter: { _id: new Types.ObjectId(idOf(key)) },
            update: { $setOnInsert: { key, pseudonym, createdAt: this.#clock.now() } },
            upsert: true,
          },
        })),
        { ordered: false },
      )
    return ids
  }

  /** Gives somebody another name. */
  async rename(key: string, name: string): Promise<void> {
    await this.#people.updateOne({ _id: new Types.ObjectId(idOf(key)) }, { $set: { pseudonym: name } })
  }

  async byIds(ids: readonly UserId[]): Promise<ImportedPersonRecord[]> {
    if (ids.length === 0) return []
    const rows = await this.#people.find({ _id: { $in: ids } }, { pseudonym: 1 }).lean()
    return rows.map(row => ImportedPersonRecord.parse(row))
  }
}

/** Made from the key, so that a run that broke off goes on with the same people. */
function idOf(key: string): UserId {
  return UserId.parse(createHash('sha256').update(`imported person ${key}`).digest('hex').slice(0, 24))
}
