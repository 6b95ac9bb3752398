import { type Connection, Schema } from 'mongoose'

/** When each job is due, and until when somebody is at it. */
const schedule = new Schema(
  {
    _id: String,
    nextAt: { type: Date, required: true },
    heldUntil: { type: Date, required: true },
  },
  { collection: 'schedules', versionKey: false, autoIndex: false },
)

export function scheduleModel(connection: Connection) {
  return connection.model('Schedule', schedule)
}
