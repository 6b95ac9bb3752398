import { type Connection, Schema } from 'mongoose'
import type { Migration } from '../../../platform/mongo/migrations.js'

const id = Schema.Types.ObjectId
const mixed = { type: Schema.Types.Mixed, required: true }
const text = { type: String, required: true }
const moment = { type: Date, required: true }
const options = { versionKey: false, minimize: false, autoIndex: false } as const

const reply = new Schema({
  authorId: { type: id, required: true },
  body: text,
  createdAt: moment,
  publication: Schema.Types.Mixed,
  editedAt: { type: Date, default: null },
  edition: { type: Number, default: 1 },
  commandId: text,
  commandDigest: text,
  source: { type: Schema.Types.Mixed, default: null },
})

/** What staff said about the place of an annotation; only ever added to. */
const attachment = new Schema(
  {
    decision: text,
    anchor: { type: Schema.Types.Mixed, default: null },
    from: mixed,
    reason: { type: String, default: '' },
    authorId: { type: id, required: true },
    decidedAt: moment,
    commandId: text,
    commandDigest: text,
  },
  { _id: false, minimize: false },
)

/** How a contribution read before its author changed it; only ever added to. */
const wording = new Schema(
  {
    edition: { type: Number, required: true },
    kind: text,
    body: text,
    reason: { type: String, default: null },
    instead: { type: String, default: null },
    replacement: { type: String, default: null },
    until: moment,
    authorId: { type: id, required: true },
    commandId: text,
    commandDigest: text,
  },
  { _id: false },
)

/** The same for a reply. */
const replyWording = new Schema(
  {
    replyId: { type: id, required: true },
    edition: { type: Number, required: true },
    body: text,
    until: moment,
    authorId: { type: id, required: true },
    commandId: text,
    commandDigest: text,
  },
  { _id: false },
)

/** How a contribution came that staff have typed in. */
const received = new Schema({ itemId: { type: id, required: true }, channel: text, on: text }, { _id: false })

/**
 * `revision` counts the changes of an annotation; `unannounced` is set together with each of them and taken away
 * once the change stands in the feed. What still carries it after a crash is announced then.
 */
const annotation = new Schema(
  {
    documentId: { type: id, required: true },
    target: mixed,
    resolution: mixed,
    kind: text,
    body: text,
    reason: { type: String, default: null },
    instead: { type: String, default: null },
    replacement: { type: String, default: null },
    proposal: { type: Schema.Types.Mixed, default: null },
    /** What an accepted proposal has still to change in the text, as a Yjs update. */
    pendingEdit: Buffer,
    editedAt: { type: Date, default: null },
    edition: { type: Number, default: 1 },
    authorId: { type: id, required: true },
    createdAt: moment,
    /** Absent in records from before moderation: published. */
    publication: Schema.Types.Mixed,
    replies: { type: [reply], default: [] },
    attachments: { type: [attachment], default: [] },
    wordings: { type: [wording], default: [] },
    replyWordings: { type: [replyWording], default: [] },
    commandId: text,
    commandDigest: text,
    /** How many people support it: the size of `supports`, counted again after every change there. */
    supporters: { type: Number, default: 0 },
    source: { type: Schema.Types.Mixed, default: null },
    workshop: { type: Schema.Types.Mixed, default: null },
    /** Absent in records from before intake. */
    received: { type: received, default: null },
    /** What was made elsewhere is in a document once: see `sourceKey`. */
    sourceKey: String,
    revision: { type: Number, required: true },
    unannounced: Boolean,
  },
  { ...options, collection: 'annotations' },
)
annotation.index({ authorId: 1, commandId: 1 }, { unique: true })
annotation.index(
  { 'replies.authorId': 1, 'replies.commandId': 1 },
  { unique: true, partialFilterExpression: { 'replies.commandId': { $exists: true } } },
)
annotation.index(
  { 'attachments.authorId': 1, 'attachments.commandId': 1 },
  { unique: true, partialFilterExpression: { 'attachments.commandId': { $exists: true } } },
)
annotation.index(
  { 'wordings.authorId': 1, 'wordings.commandId': 1 },
  { unique: true, partialFilterExpression: { 'wordings.commandId': { $exists: true } } },
)
annotation.index(
  { 'replyWordings.authorId': 1, 'replyWordings.commandId': 1 },
  { unique: true, partialFilterExpression: { 'replyWordings.commandId': { $exists: true } } },
)
annotation.index(
  { sourceKey: 1 },
  { unique: true, partialFilterExpression: { sourceKey: { $exists: true } } },
)
annotation.index({ documentId: 1, _id: 1 })
annotation.index({ documentId: 1, unannounced: 1 }, { partialFilterExpression: { unannounced: true } })
/** What waits for a moderator. */
annotation.index({ 'publication.state': 1, _id: 1 })
annotation.index({ 'replies.publication.state': 1, _id: 1 })
annotation.index({ authorId: 1, createdAt: 1 })
annotation.index({ 'replies.authorId': 1 })
annotation.index({ authorId: 1, _id: -1 })
annotation.index({ createdAt: 1 })
annotation.index(
  { 'received.itemId': 1, _id: 1 },
  { partialFilterExpression: { 'received.itemId': { $exists: true } } },
)
annotation.index({ pendingEdit: 1 }, { partialFilterExpression: { pendingEdit: { $exists: true } } })

/** The change feed: `seq` of a document has no gaps. Rows are never changed nor removed. */
const change = new Schema(
  {
    documentId: { type: id, required: true },
    seq: { type: Number, required: true },
    annotationId: { type: id, required: true },
  },
  { ...options, collection: 'annotationChanges' },
)
change.index({ documentId: 1, seq: 1 }, { unique: true })

/**
 * The plain text of every state that somebody annotated; kept for good. Of a text from elsewhere often no more is known
 * than the words around a quote: that is an `excerpt`. `withheld` were those that citizens did not see when they were kept.
 */
const textState = new Schema(
  {
    documentId: { type: id, required: true },
    hash: text,
    text,
    createdAt: moment,
    excerpt: Boolean,
    withheld: Boolean,
  },
  { ...options, collection: 'textStates' },
)
textState.index({ documentId: 1, hash: 1 }, { unique: true })

/** In which state of a document its annotations were looked for last. */
const resolvedState = new Schema({ _id: id, state: text }, { ...options, collection: 'resolvedStates' })

/** Who supports what; one row for each person and annotation. */
const support = new Schema(
  {
    documentId: { type: id, required: true },
    annotationId: { type: id, required: true },
    personId: { type: id, required: true },
  },
  { ...options, collection: 'supports' },
)
support.index({ annotationId: 1, personId: 1 }, { unique: true })
support.index({ personId: 1, documentId: 1 })

/** Up to when a person has read; its id is the person's. */
const readMark = new Schema({ _id: id, readUpTo: moment }, { ...options, collection: 'readMarks' })

export function annotationModels(connection: Connection) {
  return {
    annotations: connection.model('Annotation', annotation),
    changes: connection.model('AnnotationChange', change),
    textStates: connection.model('TextState', textState),
    resolvedStates: connection.model('ResolvedState', resolvedState),
    supports: connection.model('Support', support),
    readMarks: connection.model('ReadMark', readMark),
  }
}

export type AnnotationModels = ReturnType<typeof annotationModels>

export const annotationMigrations: Migration[] = [
  {
    id: '2026-01-13-annotations-indexes',
    run: async connection => {
      for (const model of Object.values(annotationModels(connection))) await model.createIndexes()
    },
  },
  {
    id: '2026-02-03-annotations-publication-indexes',
    run: async connection => {
      await annotationModels(connection).annotations.createIndexes()
    },
  },
  {
    id: '2026-02-10-annotations-attachments',
    run: async connection => {
      await annotationModels(connection).annotations.createIndexes()
    },
  },
  {
    id: '2026-02-06-annotations-moderation-indexes',
    run: async connection => {
      await annotationModels(connection).annotations.createIndexes()
    },
  },
  {
    id: '2026-02-11-annotation-sources',
    run: connection => annotationModels(connection).annotations.createIndexes(),
  },
  {
    id: '2026-02-20-annotations-proposals',
    run: async connection => {
      await annotationModels(connection).annotations.createIndexes()
    },
  },
  {
    id: '2026-02-12-supports',
    run: connection => annotationModels(connection).supports.createIndexes(),
  },
  {
    id: '2026-02-21-annotations-wordings',
    run: async connection => {
      await annotationModels(connection).annotations.createIndexes()
    },
  },
  {
    id: '2026-03-12-annotations-reply-wordings',
    run: async connection => {
      await annotationModels(connection).annotations.createIndexes()
    },
  },
]
