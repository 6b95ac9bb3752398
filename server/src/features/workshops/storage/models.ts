import { type Connection, Schema } from 'mongoose'
import type { Migration } from '../../../platform/mongo/migrations.js'

const id = { type: Schema.Types.ObjectId, required: true }
const mixed = { type: Schema.Types.Mixed, required: true }
const text = { type: String, required: true }
const number = { type: Number, required: true }
const moment = { type: Date, required: true }
const options = { versionKey: false, minimize: false, autoIndex: false } as const

/** What is found without reading a log. `isOver` and the rest of the summary follow the log, and may be behind it. */
const workshop = new Schema(
  {
    code: text,
    processId: id,
    ownerId: id,
    commandId: text,
    createdAt: moment,
    isOver: { type: Boolean, required: true },
    /** When everybody who follows has been told of the published minutes. */
    resultsToldAt: Date,
    /** When somebody of the crew last gave a sign of life, by person. */
    signs: { type: Map, of: Date, default: {} },
  },
  { ...options, collection: 'workshops' },
)
workshop.index({ code: 1 }, { unique: true })
workshop.index({ ownerId: 1, commandId: 1 }, { unique: true })
workshop.index({ processId: 1, _id: -1 })
workshop.index({ isOver: 1 })

/** The log of a session: `seq` has no gaps, a command happens once. Rows are never changed nor removed. */
const event = new Schema(
  { workshopId: id, seq: number, at: text, by: mixed, commandId: text, fact: mixed },
  { ...options, collection: 'workshopEvents' },
)
event.index({ workshopId: 1, seq: 1 }, { unique: true })
event.index({ workshopId: 1, commandId: 1 }, { unique: true })

/** Somebody's place in a workshop. A device, a ticket and an account each have one. */
const seat = new Schema(
  {
    workshopId: id,
    keyHash: text,
    name: text,
    admitted: text,
    joinedAt: moment,
    ticketHash: String,
    userId: Schema.Types.ObjectId,
    /** Those who share the device of a table, each with ballots of their own; none otherwise. */
    members: { type: [Schema.Types.ObjectId], default: [] },
    /** Nobody sits there: cards are typed in under it. */
    isPaper: { type: Boolean, default: false },
  },
  { ...options, collection: 'workshopSeats' },
)
seat.index({ workshopId: 1, keyHash: 1 }, { unique: true })
seat.index(
  { workshopId: 1, ticketHash: 1 },
  { unique: true, partialFilterExpression: { ticketHash: { $exists: true } } },
)
seat.index(
  { workshopId: 1, userId: 1 },
  { unique: true, partialFilterExpression: { userId: { $exists: true } } },
)
seat.index({ workshopId: 1, _id: 1 })

/** Printed tickets; taken ones are known by their seat. */
const ticket = new Schema(
  { workshopId: id, codeHash: text, batch: String, revokedAt: Date, people: { type: Number, default: 1 } },
  { ...options, collection: 'workshopTickets' },
)
ticket.index({ workshopId: 1, codeHash: 1 }, { unique: true })

/**
 * One ballot for each person and round. `commandIds` are those that were carried out, so that a late replay of an
 * earlier choice does not undo a later one. `participantId` is taken away from secret ballots at the seal.
 */
const ballot = new Schema(
  {
    workshopId: id,
    stepId: text,
    round: number,
    participantId: Schema.Types.ObjectId,
    choices: [Schema.Types.Mixed],
    commandIds: [String],
    castAt: moment,
  },
  { ...options, collection: 'workshopBallots' },
)
ballot.index(
  { workshopId: 1, stepId: 1, round: 1, participantId: 1 },
  { unique: true, partialFilterExpression: { participantId: { $exists: true } } },
)
ballot.index({ workshopId: 1, stepId: 1, round: 1, _id: 1 })
/** What somebody has cast, for whoever comes back: without it each of a whole hall reads every ballot. */
ballot.index({ participantId: 1 }, { partialFilterExpression: { participantId: { $exists: true } } })

/** How many ballots of a round came too late. */
const lateBallots = new Schema(
  { workshopId: id, stepId: text, round: number, count: number },
  { ...options, collection: 'workshopLateBallots' },
)
lateBallots.index({ workshopId: 1, stepId: 1, round: 1 }, { unique: true })

/** What people say in gatherings. `annotated` once it is an annotation of its document, or will never be one. */
const contribution = new Schema(
  {
    workshopId: id,
    seq: number,
    stepId: text,
    participantId: id,
    commandId: text,
    documentId: id,
    blockId: { type: String, default: null },
    line: { type: String, default: null },
    quote: { type: String, default: null },
    kind: text,
    body: text,
    replacement: { type: String, default: null },
    at: moment,
    annotated: { type: Boolean, required: true },
  },
  { ...options, collection: 'workshopContributions' },
)
contribution.index({ workshopId: 1, seq: 1 }, { unique: true })
contribution.index({ workshopId: 1, participantId: 1, commandId: 1 }, { unique: true })
contribution.index({ workshopId: 1, annotated: 1 })

/** Projectors. `pairingCode` is there while one waits; `workshopId` from its pairing on. */
const stage = new Schema(
  {
    keyHash: text,
    pairingCode: String,
    workshopId: Schema.Types.ObjectId,
    pairedAt: Date,
    createdAt: moment,
  },
  { ...options, collection: 'workshopStages' },
)
stage.index({ keyHash: 1 }, { unique: true })
stage.index({ pairingCode: 1 }, { unique: true, partialFilterExpression: { pairingCode: { $exists: true } } })
stage.index({ workshopId: 1 })

/** Addresses that were left for the results of one workshop, until those are sent. */
const resultsAddress = new Schema(
  { workshopId: id, email: text, language: text, nonce: text, keptAt: moment },
  { ...options, collection: 'workshopResultsAddresses' },
)
resultsAddress.index({ workshopId: 1, email: 1 }, { unique: true })
resultsAddress.index({ keptAt: 1 })

export function workshopModels(connection: Connection) {
  return {
    workshops: connection.model('Workshop', workshop),
    events: connection.model('WorkshopEvent', event),
    seats: connection.model('WorkshopSeat', seat),
    tickets: connection.model('WorkshopTicket', ticket),
    ballots: connection.model('WorkshopBallot', ballot),
    lateBallots: connection.model('WorkshopLateBallots', lateBallots),
    contributions: connection.model('WorkshopContribution', contribution),
    stages: connection.model('WorkshopStage', stage),
    resultsAddresses: connection.model('WorkshopResultsAddress', resultsAddress),
  }
}

export type WorkshopModels = ReturnType<typeof workshopModels>

export const workshopMigrations: Migration[] = [
  {
    id: '2026-05-05-workshops-indexes',
    run: async connection => {
      for (const model of Object.values(workshopModels(connection))) await model.createIndexes()
    },
  },
  {
    id: '2026-05-12-workshop-contributions-and-stages',
    run: async connection => {
      const { contributions, stages } = workshopModels(connection)
      for (const model of [contributions, stages]) await model.createIndexes()
    },
  },
  {
    id: '2026-06-20-workshop-ballots-by-person',
    run: async connection => {
      await workshopModels(connection).ballots.createIndexes()
    },
  },
  {
    id: '2026-06-21-workshop-results-addresses',
    run: async connection => {
      await workshopModels(connection).resultsAddresses.createIndexes()
    },
  },
]
