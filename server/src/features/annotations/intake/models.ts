import { type Connection, Schema } from 'mongoose'
import type { Migration } from '../../../platform/mongo/migrations.js'
import { annotationModels } from '../storage/models.js'

const id = { type: Schema.Types.ObjectId, required: true }
const text = { type: String, required: true }
const options = { versionKey: false, minimize: false, autoIndex: false } as const

/** A letter, a mail, a card or spoken words. Its number counts within its year, without gaps. */
const item = new Schema(
  {
    processId: id,
    year: { type: Number, required: true },
    count: { type: Number, required: true },
    channel: text,
    receivedOn: text,
    sender: { type: String, default: '' },
    named: { type: Boolean, required: true },
    note: { type: String, default: '' },
    /** Stands for its author among the authors. */
    personId: id,
    scan: { type: Schema.Types.Mixed, default: null },
    registeredBy: id,
    registeredAt: { type: Date, required: true },
    commandId: text,
    commandDigest: text,
  },
  { ...options, collection: 'intakeItems' },
)
item.index({ year: 1, count: 1 }, { unique: true })
item.index({ registeredBy: 1, commandId: 1 }, { unique: true })
item.index({ processId: 1, _id: -1 })

/** Its id is that of the item. */
const scan = new Schema(
  { _id: id, bytes: { type: Buffer, required: true } },
  { ...options, collection: 'intakeScans' },
)

export function intakeModels(connection: Connection) {
  return { items: connection.model('IntakeItem', item), scans: connection.model('IntakeScan', scan) }
}

export type IntakeModels = ReturnType<typeof intakeModels>

export const intakeMigrations: Migration[] = [
  {
    id: '2026-03-02-intake',
    run: async connection => {
      for (const model of Object.values(intakeModels(connection))) await model.createIndexes()
      await annotationModels(connection).annotations.createIndexes()
    },
  },
]
