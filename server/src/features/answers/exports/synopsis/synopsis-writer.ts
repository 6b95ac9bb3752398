import type { SynopsisCounts } from '@randnotiz/domain/answers/synopsis/count-synopsis'
import type { SynopsisRow } from '@randnotiz/domain/answers/synopsis/synopsis-row'

/** Writes one file, row by row; `end` finishes it. */
export type SynopsisWriter = {
  row(row: SynopsisRow): void
  end(counts: SynopsisCounts): void
}
