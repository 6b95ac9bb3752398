import { z } from 'zod'
import { endpoint } from '../kit/endpoint.js'
import { Slug } from '../kit/ids.js'

const count = z.number().int().nonnegative()

/** Smaller numbers are not told by themselves, so that nobody can be made out. */
export const smallestTold = 5

/**
 * A number broken down, each part at least `smallestTold`; what is smaller is in `rest`, 0 for nothing. Null where the
 * whole is too small to be broken down. Keys are those of kinds, channels and phases (`-` between phases), months like
 * `2026-05`.
 */
export const Breakdown = z
  .object({ parts: z.array(z.object({ key: z.string(), count })), rest: count })
  .nullable()
export type Breakdown = z.infer<typeof Breakdown>

/** Who takes part in a process, in numbers without names. Staff are no part of `people`. */
export const Participation = z.object({
  people: count,
  /** With and without an account; keys `account`, `guest` and `imported`. */
  byAccount: Breakdown,
  contributions: count,
  replies: count,
  supports: count,
  byKind: Breakdown,
  byChannel: Breakdown,
  byPhase: Breakdown,
  byMonth: Breakdown,
  /** People by the month of the first thing they wrote. */
  newcomers: Breakdown,
})
export type Participation = z.infer<typeof Participation>

export const getParticipation = endpoint({
  name: 'getParticipation',
  method: 'GET',
  path: '/api/processes/:slug/participation',
  params: z.object({ slug: Slug }),
  response: Participation,
})
