import type { SynopsisRow } from '@randnotiz/domain/answers/synopsis/synopsis-row'
import type { SynopsisHead } from './synopsis-head.js'

/** `page` is what is printed as PDF. */
export type WrittenFormat = 'docx' | 'page' | 'xlsx' | 'csv' | 'json'

/** One file after the other: begun, filled portion by portion, ended. */
export type SynopsisJob =
  | { kind: 'begin'; format: WrittenFormat; path: string; head: SynopsisHead }
  | { kind: 'rows'; rows: SynopsisRow[] }
  | { kind: 'end' }
