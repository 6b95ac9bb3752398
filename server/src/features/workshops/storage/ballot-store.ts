import { type CommandId, type ParticipantId, StepId, type WorkshopId } from '@randnotiz/contract/kit/ids'
import type { BallotReceipt } from '@randnotiz/contract/workshops/hall'
import { Choices, OptionId } from '@randnotiz/contract/workshops/voting'
import type mongoose from 'mongoose'
import { Types } from 'mongoose'
import { z } from 'zod'
import { InBatches } from '../../../platform/in-batches.js'
import { duplicatesOf, isDuplicateKey } from '../../../platform/mongo/duplicate-key.js'
import type { WorkshopModels } from './models.js'

export type Poll = { workshopId: WorkshopId; stepId: StepId; round: number }

/** As written past mongoose. */
type StoredBallot = {
  workshopId: Types.ObjectId
  stepId: string
  round: number
  participantId: Types.ObjectId
  choices: Choices
  commandIds: string[]
  castAt: Date
}

type Casting = { poll: Poll; ballot: NewBallot }

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

/**
 * A replay comes soon or never: a device sends its next choice when the one before is confirmed. The oldest commands are
 * forgotten, or a person who plays with a vote would make each of their ballots a larger one to write.
 */
const mostCommands = 40

/**
 * One ballot a person and round, whole choices only. A hall votes within a second: ballots that come while others are
 * being written share the next write, and so do questions for receipts.
 */
export class BallotStore {
  #ballots: WorkshopModels['ballots']
  #stored: mongoose.mongo.Collection<StoredBallot>
  #late: WorkshopModels['lateBallots']
  #casting = new InBatches<Casting, BallotReceipt | null>(castings => this.#write(castings))
  #receipts = new InBatches<ParticipantId, BallotReceipt[]>(people => this.#receiptsOfAll(people))

  constructor(models: WorkshopModels) {
    this.#ballots = models.ballots
    this.#stored = models.ballots.db.collection<StoredBallot>(models.ballots.collection.name)
    this.#late = models.lateBallots
  }

  /** Resolves when every ballot that this process has taken is on the disk or refused. */
  settled = () => this.#casting.settled()

  /**
   * Stores a choice in place of an earlier one, unless its command was carried out before. Answers what stands
   * afterwards; durable when it answers.
   */
  async cast(poll: Poll, ballot: NewBallot): Promise<BallotReceipt> {
    const { participantId, commandId } = ballot
    for (;;) {
      const written = await this.#casting.do({ poll, ballot })
      if (written) return written
      // Either this is the replay of a command, or two first ballots of one person met and the other one was faster.
      const earlier = await this.receiptOfCommand(poll, { participantId, commandId })
      if (earlier) return earlier
    }
  }

  /** Answers null for each whose person has a ballot that this command cannot replace. */
  async #write(castings: readonly Casting[]): Promise<(BallotReceipt | null)[]> {
    const refused = await this.#refusedOf(castings)
    return castings.map(({ poll, ballot }, at) => {
      const { stepId, round } = poll
      const { choices, castAt } = ballot
      return refused.has(at) ? null : { stepId, round, choices, castAt: castAt.toISOString() }
    })
  }

  /** Which ones met a ballot that has carried out their command before: an upsert that a unique index refused. */
  async #refusedOf(castings: readonly Casting[]): Promise<ReadonlySet<number>> {
    try {
      // Past mongoose: all values are of the contract's types, and casting them costs more than writing them.
      await this.#stored.bulkWrite(castings.map(upsertOf), { ordered: false })
      return new Set()
    } catch (error) {
      const refused = duplicatesOf(error)
      if (refused === null) throw error
      return refused
    }
  }

  /** Everything that somebody has cast in a workshop and is still linked to them. */
  receiptsOf = (participantId: ParticipantId) => this.#receipts.do(participantId)

  async #receiptsOfAll(people: readonly ParticipantId[]): Promise<BallotReceipt[][]> {
    const rows = await this.#ballots
      .find({ participantId: { $in: people } }, { commandIds: 0 })
      .sort({ _id: 1 })
      .lean()
    const byPerson = new Map<string, BallotReceipt[]>(people.map(id => [id, []]))
    for (const row of rows) byPerson.get(String(row.participantId))?.push(receiptOf(row))
    return people.map(id => byPerson.get(id) ?? [])
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

function upsertOf({ poll, ballot }: Casting) {
  const { stepId, round } = poll
  const { commandId, choices, castAt } = ballot
  const workshopId = new Types.ObjectId(poll.workshopId)
  const participantId = new Types.ObjectId(ballot.participantId)
  return {
    updateOne: {
      filter: { workshopId, stepId, round, participantId, commandIds: { $ne: commandId } },
      update: {
        $set: { choices, castAt },
        $push: { commandIds: { $each: [commandId], $slice: -mostCommands } },
      },
      upsert: true,
    },
  }
}

function receiptOf(row: unknown): BallotReceipt {
  const { stepId, round, choices, castAt } = BallotRow.parse(row)
  return { stepId, round, choices, castAt: castAt.toISOString() }
}
