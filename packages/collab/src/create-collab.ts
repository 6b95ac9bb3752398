import type { Granted } from './access.js'
import { type Clock, systemClock } from './clock.js'
import { closeCodes } from './close-codes.js'
import type { ChangeListener, Collab, CollabOptions, ConnectionInfo } from './collab.js'
import type { Report } from './collab-event.js'
import { Connections } from './connections.js'
import { acceptHandshake } from './handshake.js'
import { defaultLimits } from './limits.js'
import { measure } from './metrics.js'
import { RoomRegistry } from './room-registry.js'
import { createWorkerFolder } from './worker-folder.js'

/** A collaboration server for the y-websocket protocol, independent of web frameworks and databases. */
export function createCollab(options: CollabOptions): Collab {
  const { store, authorise, bus = null, clock = systemClock, folder = createWorkerFolder() } = options
  const limits = { ...defaultLimits, ...options.limits }
  const report = guarded(options.onEvent ?? (() => {}))
  const listeners = new Set<ChangeListener>()
  const registry = new RoomRegistry({
    store,
    folder,
    clock,
    limits,
    bus,
    report,
    initialContent: options.initialContent ?? (async () => null),
    onChange: (...change) => {
      for (const listener of listeners) tell(listener, change, report)
    },
  })
  const connections = new Connections({ clock, limits, report })
  const stopTicking = tickEverySecond(clock, now => {
    registry.tick(now)
    connections.beat()
  })
  const handshake = acceptHandshake({ authorise, registry, connections, limits, clock, report })

  return {
    handleUpgrade: handshake.handleUpgrade,
    connections: documentId =>
      [...(registry.find(documentId)?.members ?? [])]
        .filter(({ closing }) => closing === null)
        .map(({ access }) => describe(access)),
    metrics: () => measure(registry.rooms, connections.size),
    readState: async documentId => (await registry.open(documentId)).read(),
    applyServerUpdate: async (documentId, update) => (await registry.open(documentId)).submit(update),
    closeDocument: async documentId => {
      const room = registry.find(documentId)
      await room?.flush()
      room?.end({ code: closeCodes.unknownDocument, reason: 'the document is closed' })
    },
    replaceDocument: async (documentId, update) => {
      const room = await registry.open(documentId)
      try {
        await room.keeper.replace(update)
        room.end({ code: closeCodes.replaced, reason: 'the document was replaced' })
      } finally {
        room.end({ code: closeCodes.tryAgainLater, reason: 'the document could not be replaced' })
      }
    },
    refreshAuthorisation: about => connections.refresh(about),
    onChange: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      stopTicking()
      handshake.stop()
      await Promise.all([...registry.rooms].map(room => room.flush()))
      await connections.closeAll()
      await Promise.all([...registry.rooms].map(room => room.flush()))
      for (const room of [...registry.rooms]) registry.drop(room)
      await folder.close()
    },
  }
}

/** What the host does with an event must not stop the room it comes from. */
function guarded(onEvent: Report): Report {
  return event => {
    try {
      onEvent(event)
    } catch {
      // There is nobody left to tell.
    }
  }
}

function tell(listener: ChangeListener, change: Parameters<ChangeListener>, report: Report): void {
  try {
    listener(...change)
  } catch (error) {
    report({ kind: 'failed', documentId: change[0], during: 'listener', error })
  }
}

/** The one timer of the server. */
function tickEverySecond(clock: Clock, task: (now: number) => void): () => void {
  let cancel = () => {}
  const tick = () => {
    cancel = clock.after(1_000, tick)
    task(clock.now())
  }
  cancel = clock.after(1_000, tick)
  return () => cancel()
}

function describe({ kind, userId, name, anonymous = false }: Granted): ConnectionInfo {
  return { kind, anonymous, ...(userId !== undefined && { userId }), ...(name !== undefined && { name }) }
}
