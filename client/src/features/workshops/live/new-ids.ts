import { CommandId } from '@randnotiz/contract/kit/ids'
import { DeviceKey } from '@randnotiz/contract/workshops/hall'

/**
 * A random UUID. Not `crypto.randomUUID`: browsers offer that over https only, and a hall may well be served by a machine
 * in the same room.
 */
export function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export const newCommandId = () => CommandId.parse(newUuid())

export function newDeviceKey(): DeviceKey {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  const base64 = btoa(String.fromCharCode(...bytes))
  return DeviceKey.parse(base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''))
}
