import type { CommandId, WorkshopId } from '@randnotiz/contract/kit/ids'
import { SessionEvent } from '@randnotiz/contract/workshops/events'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import type { WorkshopModels } from './models.js'

/** Why a row was not written: its number is taken, or its command has happened before. */
export type NotAppended = 'number-taken' | 'happened-before'

/** The facts of each session, in order. Writing a row is the moment in which it happens. */
export class SessionLog {
  #events: WorkshopModels['events']

  constructor(models: WorkshopModels) {
    this.#events = models.events
  }

  /** Answers null when the row is durable. */
  async append(workshopId: WorkshopId, event: SessionEvent): Promise<NotAppended | null> {
    try {
      await this.#events.create({ workshopId, ...event })
      return null
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
      return (await this.has(workshopId, event.commandId)) ? 'happened-before' : 'number-taken'
    }
  }

  async has(workshopId: WorkshopId, commandId: CommandId): Promise<boolean> {
    return (await this.#events.exists({ workshopId, commandId })) !== null
  }

  /** The events behind a version, oldest first. */
  async since(workshopId: WorkshopId, version: number): Promise<SessionEvent[]> {
    const rows = await this.#events
      .find({ workshopId, seq: { $gt: version } }, { _id: 0, workshopId: 0 })
      .sort({ seq: 1 })
      .lean()
    return rows.map(row => SessionEvent.parse(row))
  }
}
