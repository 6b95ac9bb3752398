import { type CommandId, type ParticipantId, StepId, type WorkshopId } from '@randnotiz/contract/kit/ids'
import type { BallotReceipt } from '@randnotiz/contract/workshops/hall'
import { Choices, OptionId } from '@randnotiz/contract/workshops/voting'
import { Types } from 'mongoose'
import { z } from 'zod'
import { isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import type { WorkshopModels } from './models.js'

export type Poll = { workshopId: WorkshopId; stepId: StepId; round: number }

type NewBallot = { participantId: ParticipantId; commandId: CommandId; choices: Choices; castAt: Date }

const BallotRow = z.object({
  stepId: StepId,
  round: z.number().int().positive(),
  choices: Choices,
  castAt: z.date(),
})

const OptionSum = z
  .object({ _id: OptionId, weight: z.number(), voters: z.number() })
  .transform(({ _id: optionId, ...sum }) => ({ optionId, ...sum }))
type OptionSum = z.output<typeof OptionSum>

/** More commands than a person sends while one vote is open; the oldest are forgotten. */
const mostCommands = 200

/** One ballot a person and round, whole choices only. */
export class BallotStore {
  #ballots: WorkshopModels['ballots']
  #late: WorkshopModels['lateBallots']

  constructor(models: WorkshopModels) {
    this.#ballots = models.ballots
    this.#late = models.lateBallots
  }

  /**
   * Stores a choice in place of an earlier one, unless its command was carried out before. Answers what stands
   * afterwards; durable when it answers.
   */
  async cast(poll: Poll, ballot: NewBallot): Promise<BallotReceipt> {
    const { participantId, commandId } = ballot
    for (;;) {
      const written = await this.#write(poll, ballot)
      if (written) return written
      // Either this is the replay of a command, or two first ballots of one person met and the other one was faster.
      const earlier = await this.receiptOfCommand(poll, { participantId, commandId })
      if (earlier) return earlier
    }
  }

  /** Answers null when the person has a ballot that this command cannot replace. */
  async #write(
    poll: Poll,
    { participantId, commandId, choices, castAt }: NewBallot,
  ): Promise<BallotReceipt | null> {
    try {
      const row = await this.#ballots
        .findOneAndUpdate(
          { ...poll, participantId, commandIds: { $ne: commandId } },
          { $set: { choices, castAt }, $push: { commandIds: { $each: [commandId], $slice: -mostCommands } } },
          { upsert: true, returnDocument: 'after', projection: { _id: 0, workshopId: 0, commandIds: 0 } },
        )
        .lean()
      return row && receiptOf(row)
    } catch (error) {
      if (isDuplicateKey(error)) return null
      throw error
    }
  }

  /** Everything that somebody has cast in a workshop and is still linked to them. */
  async receiptsOf(workshopId: WorkshopId, participantId: ParticipantId): Promise<BallotReceipt[]> {
    const rows = await this.#ballots.find({ workshopId, participantId }).sort({ _id: 1 }).lean()
    return rows.map(receiptOf)
  }

  /** The ballot that a command was part of, also after the vote. */
  async receiptOfCommand(
    poll: Poll,
    { participantId, commandId }: { participantId: ParticipantId; commandId: CommandId },
  ): Promise<BallotReceipt | null> {
    const row = await this.#ballots.findOne({ ...poll, participantId, commandIds: commandId }).lean()
    return row ? receiptOf(row) : null
  }

  /** What the database adds up: ballots, and weight and voters for each option that was chosen. */
  async sums(poll: Poll): Promise<{ cast: number; sums: OptionSum[] }> {
    const { workshopId, stepId, round } = poll
    const filter = { workshopId: new Types.ObjectId(workshopId), stepId, round }
    const cast = await this.#ballots.countDocuments(poll)
    const rows = await this.#ballots.aggregate([
      { $match: filter },
      { $unwind: '$choices' },
      { $group: { _id: '$choices.optionId', weight: { $sum: '$choices.weight' }, voters: { $sum: 1 } } },
    ])
    return { cast, sums: rows.map(row => OptionSum.parse(row)) }
  }

  async addLate({ workshopId, stepId, round }: Poll): Promise<void> {
    const count = () =>
      this.#late.updateOne({ workshopId, stepId, round }, { $inc: { count: 1 } }, { upsert: true })
    // Of two that are the first, one finds the row of the other and counts up there.
    await count().catch(error => (isDuplicateKey(error) ? count() : Promise.reject(error)))
  }

  async countLate({ workshopId, stepId, round }: Poll): Promise<number> {
    const row = await this.#late.findOne({ workshopId, stepId, round }).lean()
    return row?.count ?? 0
  }

  /** Every ballot of a round, one after the other. */
  async *choicesOf(poll: Poll): AsyncIterable<Choices> {
    const cursor = this.#ballots.find(poll, { choices: 1 }).sort({ _id: 1 }).lean().cursor({ batchSize: 500 })
    for await (const row of cursor) yield Choices.parse(row.choices)
  }

  /** Destroys the link between persons and ballots of a round; what remains is the count. */
  async forgetVoters(poll: Poll): Promise<void> {
    await this.#ballots.updateMany(poll, { $unset: { participantId: 1, commandIds: 1, castAt: 1 } })
  }
}

function receiptOf(row: unknown): BallotReceipt {
  const { stepId, round, choices, castAt } = BallotRow.parse(row)
  return { stepId, round, choices, castAt: castAt.toISOString() }
}
