import type { Snapshot } from './folder.js'

/** Bytes travel in buffers of their own: a view would take the whole buffer behind it along. */
export type Job =
  | { id: number; kind: 'fold'; base: Uint8Array; batch: Uint8Array }
  | { id: number; kind: 'diff'; update: Uint8Array; vector: Uint8Array }

export type JobResult =
  | { id: number; kind: 'folded'; snapshot: Snapshot }
  | { id: number; kind: 'diffed'; update: Uint8Array }
  | { id: number; kind: 'failed'; reason: string }
