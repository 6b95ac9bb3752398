import { type Connection, Schema } from 'mongoose'
import { z } from 'zod'

const Stage = z.enum(['loading', 'loaded'])
export type Stage = z.infer<typeof Stage>

const mark = new Schema(
  { _id: String, stage: { type: String, required: true } },
  { collection: 'demo', versionKey: false, autoIndex: false },
)

/** How far the demo is; null when loading has never begun in this database. */
export function openLoadingMark(connection: Connection) {
  const marks = connection.model('DemoMark', mark)
  return {
    read: async (): Promise<Stage | null> => {
      const row = await marks.findById('demo').lean()
      return row ? Stage.parse(row.stage) : null
    },
    write: async (stage: Stage): Promise<void> => {
      await marks.updateOne({ _id: 'demo' }, { $set: { stage } }, { upsert: true })
    },
  }
}
