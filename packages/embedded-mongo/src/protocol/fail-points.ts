/**
 * Failing on purpose, to test what talks to the server: MongoDB's `configureFailPoint` with `failCommand`. It stands
 * between the connections and the engine, and only in a server that was started with `failPoints`.
 * Source: the driver specifications' `unified-test-format`, "failPoint".
 */
import { Double, Int32 } from 'bson'
import { numberOr } from '../bson/numbers.js'
import { type Document, isDocument, type Value } from '../bson/value.js'
import { CursorReply, type Reply } from '../commands/command.js'
import { ERROR_CODE } from '../mongo-error.js'

export interface Executor {
  /** Never rejects but to end the connection. */
  execute(command: Document, database: string): Promise<Reply>
}

interface FailPoint {
  commands: Value[]
  timesLeft: number
  data: Document
}

export class FailPoints implements Executor {
  private active: FailPoint | undefined

  constructor(private readonly engine: Executor) {}

  async execute(command: Document, database: string): Promise<Reply> {
    const [name = ''] = Object.keys(command)
    if (name === 'configureFailPoint') return this.configure(command)
    const data = this.take(name)
    if (data?.closeConnection === true) throw new Error('the connection fails on purpose')
    if (data?.errorCode !== undefined) return failure(data.errorCode, data)
    return withWriteConcernError(await this.engine.execute(command, database), data)
  }

  private configure({ configureFailPoint, mode, data }: Document): Document {
    if (configureFailPoint !== 'failCommand')
      return failure(new Int32(ERROR_CODE.CommandNotSupported), undefined)
    const times = isDocument(mode) ? numberOr(mode.times, 0) : Number.POSITIVE_INFINITY
    const failCommands = isDocument(data) ? data.failCommands : undefined
    this.active =
      mode !== 'off' && isDocument(data) && Array.isArray(failCommands)
        ? { commands: failCommands, timesLeft: times, data }
        : undefined
    return { ok: new Double(1) }
  }

  private take(name: string): Document | undefined {
    if (!this.active?.commands.includes(name) || this.active.timesLeft <= 0) return undefined
    this.active.timesLeft--
    return this.active.data
  }
}

const failure = (code: Value, data: Document | undefined): Document => ({
  ok: new Double(0),
  errmsg: "Failing command via 'failCommand' failpoint",
  code,
  ...(data?.errorLabels === undefined ? {} : { errorLabels: data.errorLabels }),
})

function withWriteConcernError(reply: Reply, data: Document | undefined): Reply {
  if (data?.writeConcernError === undefined) return reply
  const { writeConcernError } = data
  if (!(reply instanceof CursorReply)) return { ...reply, writeConcernError }
  const { id, namespace, batch, documents, fields } = reply
  return new CursorReply(id, namespace, batch, documents, { ...fields, writeConcernError })
}
