import type { ScanType } from '@randnotiz/contract/annotations/intake'

const beginnings: readonly (readonly [ScanType, string])[] = [
  ['application/pdf', '%PDF-'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/png', '\x89PNG\r\n\x1a\n'],
]

/** What a file is by its first bytes, whatever its sender says; null for anything but a scan. */
export function scanTypeOf(bytes: Buffer): ScanType | null {
  const found = beginnings.find(([, begin]) => bytes.subarray(0, begin.length).toString('latin1') === begin)
  return found?.[0] ?? null
}
