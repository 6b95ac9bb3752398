/**
 * Announcing what the server is not: the primary of a replica set of one member. Some of the drivers' specification tests
 * run only against one, though all they need is a driver that believes it. Sessions and retried writes stay what they are
 * on a standalone, so clients connect with `retryWrites=false`.
 */
import type { Document } from '../bson/value.js'
import { CursorReply, type Reply } from '../commands/command.js'
import type { Executor } from './fail-points.js'

export type Announcement = 'standalone' | 'replica-set'

const HANDSHAKES = new Set(['hello', 'ismaster', 'isMaster'])
const MEMBER = 'embedded:27017'
const SET: Document = { setName: 'embedded', hosts: [MEMBER], me: MEMBER, primary: MEMBER, secondary: false }

export class ReplicaSetAnnouncement implements Executor {
  constructor(private readonly engine: Executor) {}

  async execute(command: Document, database: string): Promise<Reply> {
    const reply = await this.engine.execute(command, database)
    const [name = ''] = Object.keys(command)
    return HANDSHAKES.has(name) && !(reply instanceof CursorReply) ? { ...reply, ...SET } : reply
  }
}
