import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Access, Authorise, Granted } from './access.js'
import type { Clock } from './clock.js'
import { type Closing, closeCodes } from './close-codes.js'
import type { Report } from './collab-event.js'
import { Connection } from './connection.js'
import type { Connections } from './connections.js'
import type { Limits } from './limits.js'
import type { Room } from './room.js'
import type { RoomRegistry } from './room-registry.js'

interface HandshakeParts {
  authorise: Authorise
  registry: RoomRegistry
  connections: Connections
  limits: Limits
  clock: Clock
  report: Report
}

type Decision = { kind: 'join'; room: Room; access: Granted } | { kind: 'close'; closing: Closing }

interface Upgrade {
  request: IncomingMessage
  socket: Duplex
  head: Buffer
  documentId: string
}

/**
 * From an HTTP upgrade to a member of a room. The decision comes first: the client's handshake is only answered when it
 * is authorised and the document is loaded, or refused. So nothing a stranger sends is ever read, queued or decoded, and
 * a member never waits in a room that is not there yet.
 */
export function acceptHandshake(parts: HandshakeParts) {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: parts.limits.messageBytes,
  })
  let underWay = 0
  let stopped = false

  const handleUpgrade = async (
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    documentId: string,
  ) => {
    const ignore = () => {}
    socket.on('error', ignore)
    if (stopped || underWay >= parts.limits.handshakes) {
      socket.end('HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\nConnection: close\r\n\r\n')
      return
    }
    underWay++
    const decision = await decide(parts, request, documentId)
    underWay--
    if (socket.destroyed) return
    const settled: Decision = stopped ? { kind: 'close', closing: restarting } : decision
    complete(server, parts, { request, socket, head, documentId }, settled)
  }
  return {
    handleUpgrade: (...upgrade: Parameters<typeof handleUpgrade>) => void handleUpgrade(...upgrade),
    stop: () => {
      stopped = true
    },
  }
}

const restarting: Closing = { code: closeCodes.restarting, reason: 'restarting' }

function complete(
  server: WebSocketServer,
  parts: HandshakeParts,
  upgrade: Upgrade,
  decision: Decision,
): void {
  const { request, socket, head, documentId } = upgrade
  server.handleUpgrade(request, socket, head, webSocket => {
    webSocket.on('error', () => webSocket.terminate())
    if (decision.kind === 'close') {
      const { code, reason } = decision.closing
      webSocket.close(code, reason)
      parts.report({ kind: 'closed', documentId, userId: undefined, closing: decision.closing })
      parts.clock.after(2_000, () => webSocket.terminate())
      return
    }
    const { room, access } = decision
    const connection = new Connection({ ...parts, room }, webSocket, socket, access)
    const remove = parts.connections.add(connection)
    webSocket.on('close', (code, reason) => {
      remove()
      room.leave(connection.member)
      const closing = connection.member.closing ?? { code, reason: reason.toString() }
      parts.report({ kind: 'closed', documentId, userId: access.userId, closing })
    })
  })
}

async function decide(
  parts: HandshakeParts,
  request: IncomingMessage,
  documentId: string,
): Promise<Decision> {
  const access = await authoriseInTime(parts, request, documentId)
  if (access === null) return refuse(closeCodes.tryAgainLater, 'not authorised in time')
  if (access.kind === 'refused') return refuse(access.code, access.reason)
  const room = await openOrNull(parts, documentId)
  if (room === null) return refuse(closeCodes.tryAgainLater, 'the document cannot be loaded at present')
  if (room.members.size >= parts.limits.connectionsPerDocument)
    return refuse(closeCodes.roomFull, 'too many people in this document')
  const epoch = claimedEpoch(request)
  if (epoch !== null && epoch !== room.keeper.state.epoch)
    return refuse(closeCodes.replaced, 'the document was replaced')
  return { kind: 'join', room, access }
}

function refuse(code: number, reason: string): Decision {
  return { kind: 'close', closing: { code, reason } }
}

/** The epoch a client's local copy belongs to, from `?epoch=`; null from clients without a copy. */
function claimedEpoch(request: IncomingMessage): number | null {
  const epoch = new URLSearchParams(request.url?.split('?')[1]).get('epoch')
  return epoch === null ? null : Number(epoch)
}

/** Null when the authoriser fails or takes too long. */
async function authoriseInTime(
  { authorise, clock, limits, report }: HandshakeParts,
  request: IncomingMessage,
  documentId: string,
): Promise<Access | null> {
  let cancel = () => {}
  const deadline = new Promise<null>(resolve => {
    cancel = clock.after(limits.authoriseMs, () => resolve(null))
  })
  try {
    return await Promise.race([authorise(request, documentId), deadline])
  } catch (error) {
    report({ kind: 'failed', documentId, during: 'authorise', error })
    return null
  } finally {
    cancel()
  }
}

async function openOrNull({ registry, report }: HandshakeParts, documentId: string): Promise<Room | null> {
  try {
    return await registry.open(documentId)
  } catch (error) {
    report({ kind: 'failed', documentId, during: 'load', error })
    return null
  }
}
