/**
 * Whether this browser hears from the server.
 *
 *              opened                        lost
 *   connecting ──────▶ online ─────────────────────────▶ connecting
 *       │                ▲  │                               │
 *       │ failed twice   │  └── network gone ──▶ offline ◀──┘ failed twice, network gone
 *       └────────────────┼──────────────────────▶ │
 *                        └──────── opened ────────┘
 *
 * `connecting` is the short while in which nobody needs to be told anything: a page has just opened, or a train is
 * in a tunnel. Trying again goes on in `offline` too; the word is for people, not for the transport. A new `session`
 * number means that the server has forgotten what this browser followed, so it has to be told again.
 */
export type Connection =
  | { type: 'connecting'; session: number; failures: number }
  | { type: 'online'; session: number }
  | { type: 'offline'; session: number }

export type ConnectionEvent = 'opened' | 'lost' | 'failed' | 'network-gone' | 'network-back'

export const initialConnection: Connection = { type: 'connecting', session: 0, failures: 0 }

/** Failed attempts after which people are told. */
const tolerated = 1

/** The connection after an event; the same object when the event means nothing. */
export function nextConnection(connection: Connection, event: ConnectionEvent): Connection {
  const { session } = connection
  switch (event) {
    case 'opened':
      return { type: 'online', session: session + 1 }
    case 'lost':
      return connection.type === 'online' ? { type: 'connecting', session, failures: 0 } : connection
    case 'failed':
      if (connection.type !== 'connecting') return connection
      return connection.failures < tolerated
        ? { ...connection, failures: connection.failures + 1 }
        : { type: 'offline', session }
    case 'network-gone':
      return connection.type === 'offline' ? connection : { type: 'offline', session }
    case 'network-back':
      return connection.type === 'offline' ? { type: 'connecting', session, failures: 0 } : connection
  }
}
