import { type ProcessId, UserId } from '@randnotiz/contract/kit/ids'
import { ProcessChangeEntry } from '@randnotiz/contract/publishing/settings'
import type { Connection } from 'mongoose'
import { z } from 'zod'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import { stored } from '../../../platform/mongo/ids.js'
import { processChangeModel } from '../models.js'

export const NewProcessChange = z.object({
  /** The command: noted again it stands there once. */
  key: z.string(),
  at: z.date(),
  personId: UserId,
  entries: z.array(ProcessChangeEntry),
})
export type NewProcessChange = z.output<typeof NewProcessChange>

const ChangeRow = NewProcessChange.extend({ personId: stored(UserId) })

/** Who changed what about a process. There is no way to change or remove a row. */
export class ChangeLog {
  readonly #changes: ReturnType<typeof processChangeModel>

  constructor(connection: Connection) {
    this.#changes = processChangeModel(connection)
  }

  async note(processId: ProcessId, change: NewProcessChange): Promise<void> {
    try {
      await this.#changes.create({ processId, ...change })
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
  }

  async knows(processId: ProcessId, key: string): Promise<boolean> {
    return (await this.#changes.exists({ processId, key })) !== null
  }

  /** The newest first. */
  async newest(processId: ProcessId, limit: number): Promise<NewProcessChange[]> {
    const rows = await this.#changes.find({ processId }).sort({ at: -1, _id: -1 }).limit(limit).lean()
    return rows.map(row => ChangeRow.parse(row))
  }
}
