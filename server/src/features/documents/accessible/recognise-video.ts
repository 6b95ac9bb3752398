import type { videoTypes } from '@randnotiz/contract/documents/accessible'

type VideoType = (typeof videoTypes)[number]

/** By its first bytes, whatever the sender says it is; null for what is neither MP4 nor WebM. */
export function recogniseVideo(bytes: Uint8Array): VideoType | null {
  const head = Buffer.from(bytes.subarray(0, 64))
  if (head.subarray(4, 8).toString('latin1') === 'ftyp') return 'video/mp4'
  const isMatroska = head.subarray(0, 4).equals(Buffer.from([0x1a, 0x45, 0xdf, 0xa3]))
  return isMatroska && head.includes('webm', 0, 'latin1') ? 'video/webm' : null
}

/** Captions begin with their name and have at least one cue with a time. */
export function isWebVtt(text: string): boolean {
  const words = text.replace(/^\ufeff/, '')
  return /^WEBVTT(?=[ \t\r\n]|$)/.test(words) && /^(\d+:)?\d\d:\d\d\.\d{3} --> /m.test(words)
}
