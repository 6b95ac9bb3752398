/** What a command gets and gives. */
import type { Document } from '../bson/value.js'
import type { Engine } from '../engine.js'

export interface CommandContext {
  engine: Engine
  /** `$db` of the command. */
  database: string
}

/** A reply with documents that stay encoded: `cursor.firstBatch` or `cursor.nextBatch`. */
export class CursorReply {
  constructor(
    readonly id: bigint,
    readonly namespace: string,
    readonly batch: 'firstBatch' | 'nextBatch',
    readonly documents: Buffer[],
    /** Fields beside `cursor`. */
    readonly fields: Document = {},
  ) {}
}

export type Reply = Document | CursorReply

/** Refuses by throwing a `MongoError`. The engine adds `ok: 1`. */
export type CommandHandler = (command: Document, context: CommandContext) => Reply | Promise<Reply>

export type CommandTable = Record<string, CommandHandler>
