import { ProcessId } from '@randnotiz/contract/kit/ids'
import { Process } from '@randnotiz/contract/publishing/process'
import { type Connection, Types } from 'mongoose'
import type { z } from 'zod'
import { stored } from '../../platform/mongo/ids.js'
import { processModel } from './models.js'

const ProcessRecord = Process.omit({ id: true }).extend({ _id: stored(ProcessId) })

const processFrom = ({ _id: id, ...rest }: z.output<typeof ProcessRecord>): Process => ({ id, ...rest })

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

  /** Does nothing when there is one with that id. */
  async create({ id, ...process }: Process): Promise<void> {
    await this.#processes.updateOne(
      { _id: new Types.ObjectId(id) },
      { $setOnInsert: process },
      { upsert: true },
    )
  }
}
