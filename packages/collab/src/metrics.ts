import type { Room } from './room.js'

export interface RoomMetrics {
  documentId: string
  connections: number
  /** The document's bytes in memory. */
  bytes: number
  /** Log rows that are not in the snapshot. */
  unfoldedRows: number
  /** Updates taken that are not durable yet. */
  unsaved: number
  /** Members that are being sent something long or do not read. */
  behind: number
  /** Update frames written since the room was opened. */
  deliveries: number
}

export interface CollabMetrics {
  connections: number
  rooms: RoomMetrics[]
}

export function measure(rooms: Iterable<Room>, connections: number): CollabMetrics {
  return { connections, rooms: [...rooms].map(measureRoom) }
}

function measureRoom(room: Room): RoomMetrics {
  const { state, queue } = room.keeper
  return {
    documentId: room.documentId,
    connections: room.members.size,
    bytes: state.bytes,
    unfoldedRows: state.rowsSinceBase,
    unsaved: queue.taken - queue.durable,
    behind: [...room.members].filter(member => member.position !== null).length,
    deliveries: room.deliveries,
  }
}
