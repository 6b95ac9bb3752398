/** What a driver asks a server about itself: a standalone one, so drivers start no transactions and retry no writes. */
import { Int32 } from 'bson'
import type { Document } from '../bson/value.js'
import { MAX_MESSAGE_BYTES } from '../protocol/wire-message.js'
import { MAX_DOCUMENT_BYTES } from '../storage/document-writer.js'
import { MAX_WRITES } from './arguments.js'
import type { CommandHandler, CommandTable } from './command.js'

/** MongoDB 8.0. */
export const SERVER_VERSION = '8.0.0'
const WIRE_VERSION = 25
const SESSION_MINUTES = 30

const hello: CommandHandler = (command): Document => ({
  helloOk: true,
  ['hello' in command ? 'isWritablePrimary' : 'ismaster']: true,
  maxBsonObjectSize: new Int32(MAX_DOCUMENT_BYTES),
  maxMessageSizeBytes: new Int32(MAX_MESSAGE_BYTES),
  maxWriteBatchSize: new Int32(MAX_WRITES),
  localTime: new Date(),
  logicalSessionTimeoutMinutes: new Int32(SESSION_MINUTES),
  minWireVersion: new Int32(0),
  maxWireVersion: new Int32(WIRE_VERSION),
  readOnly: false,
})

const buildInfo: CommandHandler = () => ({
  version: SERVER_VERSION,
  versionArray: [...SERVER_VERSION.split('.').map(part => new Int32(Number(part))), new Int32(0)],
  gitVersion: 'embedded',
  modules: [],
  storageEngines: ['lmdb'],
  bits: new Int32(64),
  debug: false,
  maxBsonObjectSize: new Int32(MAX_DOCUMENT_BYTES),
})

const nothing: CommandHandler = () => ({})

export const SERVER_COMMANDS: CommandTable = {
  hello,
  ismaster: hello,
  isMaster: hello,
  buildInfo,
  buildinfo: buildInfo,
  ping: nothing,
  endSessions: nothing,
}
