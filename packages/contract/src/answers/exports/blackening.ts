import { z } from 'zod'
import { AnnotationId } from '../../kit/ids.js'
import { Moment } from '../../kit/wire-values.js'
import { mostPieces, Piece } from '../piece.js'

/**
 * Words of a contribution that nobody reads but its author, those who moderate and the office at its desk: everybody
 * else, every list and every file of ours has bars instead. They hold for one edition of it: when its author has changed
 * the words since, there are bars for all of them until somebody has looked again.
 */
export const Blackening = z.object({
  annotationId: AnnotationId,
  edition: z.number().int().positive(),
  pieces: z.array(Piece).max(mostPieces),
  changedAt: Moment,
})
export type Blackening = z.infer<typeof Blackening>

/** What shall be; no pieces take it back. */
export const Blacken = Blackening.pick({ edition: true, pieces: true })
export type Blacken = z.infer<typeof Blacken>
