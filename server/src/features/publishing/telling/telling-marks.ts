import type { ProcessId } from '@randnotiz/contract/kit/ids'
import { type Connection, Schema } from 'mongoose'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'

/** Up to which moment the followers of a process have heard everything. */
const telling = new Schema(
  { _id: Schema.Types.ObjectId, upTo: { type: Date, required: true } },
  { collection: 'tellings', versionKey: false, autoIndex: false },
)

export class TellingMarks {
  readonly #marks

  constructor(connection: Connection) {
    this.#marks = connection.model('Telling', telling)
  }

  /** Now for a process that is seen for the first time: what was before is no news. */
  async of(processId: ProcessId, now: Date): Promise<Date> {
    try {
      await this.#marks.updateOne({ _id: processId }, { $setOnInsert: { upTo: now } }, { upsert: true })
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
    return (await this.#marks.findById(processId).lean())?.upTo ?? now
  }

  /** Never backwards. */
  async move(processId: ProcessId, upTo: Date): Promise<void> {
    await this.#marks.updateOne({ _id: processId }, { $max: { upTo } })
  }
}
