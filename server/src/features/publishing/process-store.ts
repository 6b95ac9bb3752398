import { ProcessId } from '@randnotiz/contract/kit/ids'
import { Process } from '@randnotiz/contract/publishing/process'
import type { ProcessSettings } from '@randnotiz/contract/publishing/settings'
import { type Connection, Types } from 'mongoose'
import { z } from 'zod'
import { stored } from '../../platform/mongo/ids.js'
import { processModel } from './models.js'
import { NewProcessChange } from './settings/change-log.js'

const ProcessRecord = Process.omit({ id: true }).extend({ _id: stored(ProcessId) })

const processFrom = ({ _id: id, ...rest }: z.output<typeof ProcessRecord>): Process => ({ id, ...rest })

/** The settings with what counts their changes, and a change that is not in the log yet. */
const EditedProcess = ProcessRecord.extend({
  edition: z.number().int().positive().default(1),
  unlogged: NewProcessChange.nullish(),
})

export type EditedProcess = { process: Process; edition: number; unlogged: NewProcessChange | null }

export class ProcessStore {
  #processes: ReturnType<typeof processModel>

  constructor(connection: Connection) {
    this.#processes = processModel(connection)
  }

  async all(): Promise<Process[]> {
    const rows = await this.#processes.find().sort({ _id: 1 }).lean()
    return rows.map(row => processFrom(ProcessRecord.parse(row)))
  }

  async byId(id: ProcessId): Promise<Process | null> {
    const row = await this.#processes.findById(id).lean()
    return row ? processFrom(ProcessRecord.parse(row)) : null
  }

  async edited(id: ProcessId): Promise<EditedProcess | null> {
    const row = await this.#processes.findById(id).lean()
    if (!row) return null
    const { edition, unlogged = null, ...record } = EditedProcess.parse(row)
    return { process: processFrom(record), edition, unlogged }
  }

  /** Changes the settings of this edition together with what is to be logged; false when it is another by now. */
  async change(
    id: ProcessId,
    {
      edition,
      settings,
      unlogged,
    }: { edition: number; settings: ProcessSettings; unlogged: NewProcessChange },
  ): Promise<boolean> {
    // Records from before there were settings have no number, and count as the first edition.
    const same = edition === 1 ? { $in: [1, null] } : edition
    const { matchedCount } = await this.#processes.updateOne(
      { _id: id, edition: same, unlogged: null },
      { $set: { ...settings, unlogged, edition: edition + 1 } },
    )
    return matchedCount === 1
  }

  async markLogged(id: ProcessId, key: string): Promise<void> {
    await this.#processes.updateOne({ _id: id, 'unlogged.key': key }, { $unset: { unlogged: 1 } })
  }

  /** Does nothing when there is one with that id. */
  async create({ id, ...process }: Process): Promise<void> {
    await this.#processes.updateOne(
      { _id: new Types.ObjectId(id) },
      { $setOnInsert: process },
      { upsert: true },
    )
  }
}
