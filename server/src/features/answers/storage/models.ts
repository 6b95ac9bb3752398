import { type Connection, Schema } from 'mongoose'
import type { Migration } from '../../../platform/mongo/migrations.js'

const id = Schema.Types.ObjectId
const text = { type: String, required: true }
const moment = { type: Date, required: true }
const options = { versionKey: false, minimize: false, autoIndex: false } as const

const note = new Schema({
  authorId: { type: id, required: true },
  at: moment,
  body: text,
  mentions: { type: [id], default: [] },
  commandId: text,
})

/**
 * What the office does about one contribution, whose id is the case's. `version` counts its changes and guards every
 * one of them. `memberKeys` are the points that are answered together with one of these, each in one group only;
 * `memberIds` the contributions that they, or those of a published answer, belong to.
 */
const answerCase = new Schema(
  {
    documentId: { type: id, required: true },
    processId: { type: id, required: true },
    version: { type: Number, required: true },
    points: { type: [Schema.Types.Mixed], required: true },
    memberKeys: { type: [String], default: undefined },
    memberIds: { type: [id], default: [] },
    notes: { type: [note], default: [] },
    /** Only ever added to. */
    history: { type: [Schema.Types.Mixed], default: [] },
    /** Stands until this change has its row among the changes. */
    unlisted: Boolean,
  },
  { ...options, collection: 'answerCases' },
)
answerCase.index({ processId: 1, _id: 1 })
answerCase.index({ documentId: 1, _id: 1 })
answerCase.index({ memberIds: 1 })
answerCase.index({ processId: 1, unlisted: 1 }, { partialFilterExpression: { unlisted: true } })
answerCase.index(
  { memberKeys: 1 },
  { unique: true, partialFilterExpression: { memberKeys: { $exists: true } } },
)

/** Which case was changed, numbered without gaps for each process. */
const change = new Schema(
  {
    processId: { type: id, required: true },
    seq: { type: Number, required: true },
    annotationId: { type: id, required: true },
  },
  { ...options, collection: 'answerChanges' },
)
change.index({ processId: 1, seq: 1 }, { unique: true })

/**
 * Answers that became public in one go. Written before anything is published; `unfinished` stays until everybody is told,
 * so that a start after a crash does the rest.
 */
const publication = new Schema(
  {
    processId: { type: id, required: true },
    personId: { type: id, required: true },
    commandId: text,
    at: moment,
    points: { type: [Schema.Types.Mixed], required: true },
    refused: { type: [Schema.Types.Mixed], default: [] },
    unfinished: Boolean,
  },
  { ...options, collection: 'answerPublications' },
)
publication.index({ personId: 1, commandId: 1 }, { unique: true })
publication.index({ unfinished: 1 }, { partialFilterExpression: { unfinished: true } })

/** Units and text blocks of a process; `_id` is the process. */
const settings = new Schema(
  {
    _id: id,
    revision: { type: Number, required: true },
    settings: { type: Schema.Types.Mixed, required: true },
  },
  { ...options, collection: 'answerSettings' },
)

export function answerModels(connection: Connection) {
  return {
    cases: connection.model('AnswerCase', answerCase),
    changes: connection.model('AnswerChange', change),
    publications: connection.model('AnswerPublication', publication),
    settings: connection.model('AnswerSettings', settings),
  }
}

export type AnswerModels = ReturnType<typeof answerModels>

export const answerMigrations: Migration[] = [
  {
    id: '2026-03-02-answers-indexes',
    run: async connection => {
      for (const model of Object.values(answerModels(connection))) await model.createIndexes()
    },
  },
  {
    id: '2026-11-25-answer-changes',
    run: async connection => {
      const { cases, changes } = answerModels(connection)
      for (const model of [cases, changes]) await model.createIndexes()
    },
  },
]
