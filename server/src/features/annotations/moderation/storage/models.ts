import { type Connection, Schema } from 'mongoose'
import type { Migration } from '../../../../platform/mongo/migrations.js'

const id = Schema.Types.ObjectId
const text = { type: String, required: true }
const moment = { type: Date, required: true }
const options = { versionKey: false, minimize: false, autoIndex: false } as const
const subject = { annotationId: { type: id, required: true }, replyId: { type: id, default: null } }

const settings = new Schema(
  { settings: { type: Schema.Types.Mixed, required: true } },
  { ...options, collection: 'moderationSettings' },
)

/** `codeHash` is what is left of the code on the receipt. The address goes once the decision has been told. */
const report = new Schema(
  {
    ...subject,
    documentId: { type: id, required: true },
    rule: text,
    explanation: text,
    personId: { type: id, default: null },
    email: { type: String, default: null },
    emailConfirmed: { type: Boolean, default: false },
    language: text,
    codeHash: text,
    commandId: text,
    createdAt: moment,
    state: text,
    decidedAt: { type: Date, default: null },
    decisionId: { type: id, default: null },
    objection: { type: Schema.Types.Mixed, default: null },
    /** Its objection has been made or decided, and somebody is still to be told. */
    unfinished: Boolean,
  },
  { ...options, collection: 'moderationReports' },
)
report.index({ codeHash: 1 }, { unique: true })
report.index({ commandId: 1 }, { unique: true })
report.index({ state: 1, _id: 1 })
report.index({ annotationId: 1, state: 1 })
report.index({ createdAt: 1 })
report.index({ 'objection.state': 1 })
report.index({ unfinished: 1 }, { partialFilterExpression: { unfinished: true } })

/**
 * A decision is written first, with everything it says, and carried out afterwards; `unfinished` stays until all of it
 * is done, so that a start after a crash does the rest. `void` marks one that another decision forestalled.
 */
const decision = new Schema(
  {
    ...subject,
    documentId: { type: id, required: true },
    authorId: { type: id, required: true },
    moderatorId: { type: id, default: null },
    commandId: text,
    at: moment,
    verdict: { type: Schema.Types.Mixed, required: true },
    from: text,
    edition: { type: Number, required: true },
    origin: text,
    words: text,
    objection: { type: Schema.Types.Mixed, default: null },
    unfinished: Boolean,
    void: Boolean,
    /** When hidden words become public again by themselves. */
    liftAt: Date,
  },
  { ...options, collection: 'moderationDecisions' },
)
decision.index({ moderatorId: 1, commandId: 1 }, { unique: true })
decision.index({ unfinished: 1 }, { partialFilterExpression: { unfinished: true } })
decision.index({ 'objection.state': 1 })
decision.index({ liftAt: 1 })
decision.index({ at: 1 })
decision.index({ authorId: 1 })

/** The audit log: rows are added and read, nothing else. `key` names what happened, so that it is noted once. */
const logRow = new Schema(
  {
    seq: { type: Number, required: true },
    key: text,
    at: moment,
    actorId: { type: id, default: null },
    action: text,
    annotationId: { type: id, default: null },
    replyId: { type: id, default: null },
    why: { type: String, default: '' },
  },
  { ...options, collection: 'moderationLog' },
)
logRow.index({ seq: 1 }, { unique: true })
logRow.index({ key: 1 }, { unique: true })

export function moderationModels(connection: Connection) {
  return {
    settings: connection.model('ModerationSettings', settings),
    reports: connection.model('ModerationReport', report),
    decisions: connection.model('ModerationDecision', decision),
    log: connection.model('ModerationLog', logRow),
  }
}

export type ModerationModels = ReturnType<typeof moderationModels>

export const moderationMigrations: Migration[] = [
  {
    id: '2026-02-06-moderation-indexes',
    run: async connection => {
      for (const model of Object.values(moderationModels(connection))) await model.createIndexes()
    },
  },
  {
    id: '2026-02-20-moderation-author-index',
    run: async connection => {
      await moderationModels(connection).decisions.createIndexes()
    },
  },
  {
    id: '2026-03-02-moderation-report-objections',
    run: async connection => {
      await moderationModels(connection).reports.createIndexes()
    },
  },
]
