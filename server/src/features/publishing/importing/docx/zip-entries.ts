/**
 * Reads a zip file whole, within limits. The sizes that a zip names can lie, and its entries can overlap, so that a few
 * kilobytes unpack to gigabytes: each entry is unpacked here with what is left of the room, before any other program
 * touches the file. Format: APPNOTE 6.3, sections 4.3.12 (central directory) and 4.3.16 (its end).
 */
import { inflateRawSync } from 'node:zlib'

export type ZipRead =
  | { kind: 'read'; entries: Map<string, Buffer> }
  | { kind: 'broken' }
  | { kind: 'too-large' }

export type ZipLimits = { entries: number; unpackedBytes: number }

const signatures = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 }
const endLength = 22
const longestComment = 0xffff

export function readZip(bytes: Buffer, limits: ZipLimits): ZipRead {
  const end = findEnd(bytes)
  if (end === null) return { kind: 'broken' }
  const count = bytes.readUInt16LE(end + 10)
  if (count > limits.entries) return { kind: 'too-large' }
  try {
    return unpackAll(bytes, { count, at: bytes.readUInt32LE(end + 16), room: limits.unpackedBytes })
  } catch (problem) {
    // Reading past the end, and data that are no deflate stream.
    if (!(problem instanceof Error)) throw problem
    return { kind: isTooLarge(problem) ? 'too-large' : 'broken' }
  }
}

const isTooLarge = (problem: Error): boolean => 'code' in problem && problem.code === 'ERR_BUFFER_TOO_LARGE'

function findEnd(bytes: Buffer): number | null {
  const first = Math.max(0, bytes.length - endLength - longestComment)
  for (let at = bytes.length - endLength; at >= first; at--)
    if (bytes.readUInt32LE(at) === signatures.end) return at
  return null
}

type Directory = { count: number; at: number; room: number }

function unpackAll(bytes: Buffer, directory: Directory): ZipRead {
  const entries = new Map<string, Buffer>()
  let { at, room } = directory
  for (let number = 0; number < directory.count; number++) {
    if (bytes.readUInt32LE(at) !== signatures.central) return { kind: 'broken' }
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const isFolder = name.endsWith('/')
    const unpacked = isFolder ? Buffer.alloc(0) : unpack(bytes, at, room)
    if (unpacked === null) return { kind: 'broken' }
    room -= unpacked.length
    if (room < 0) return { kind: 'too-large' }
    if (!isFolder) entries.set(name, unpacked)
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return { kind: 'read', entries }
}

/** One entry by its row in the directory; null for what nobody but the author of this file can read. */
function unpack(bytes: Buffer, row: number, room: number): Buffer | null {
  const isEncrypted = (bytes.readUInt16LE(row + 8) & 1) === 1
  const local = bytes.readUInt32LE(row + 42)
  if (isEncrypted || bytes.readUInt32LE(local) !== signatures.local) return null
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(row + 20))
  switch (bytes.readUInt16LE(row + 10)) {
    case 0:
      return packed
    case 8:
      return inflateRawSync(packed, { maxOutputLength: Math.max(1, room) })
    default:
      return null
  }
}
