import { z } from 'zod'

/** What became of a contribution, in one word; the sentence for people is in the client's texts. */
export const OutcomeKind = z.enum([
  'adopted',
  'partly',
  'rejected',
  'noted',
  'contained',
  'forwarded',
  'examination',
])
export type OutcomeKind = z.infer<typeof OutcomeKind>

/** To whom something was forwarded, e.g. a unit of the city or another authority. */
export const forwardedToLimit = 200

/**
 * Adopted, partly, not; taken note of; in the text already; forwarded to somebody; a commission to examine it. The first
 * two name the change in the text, see `domain/answers/needs-change`.
 */
export const Outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('adopted') }),
  z.object({ kind: z.literal('partly') }),
  z.object({ kind: z.literal('rejected') }),
  z.object({ kind: z.literal('noted') }),
  z.object({ kind: z.literal('contained') }),
  z.object({ kind: z.literal('forwarded'), to: z.string().trim().min(1).max(forwardedToLimit) }),
  z.object({ kind: z.literal('examination') }),
])
export type Outcome = z.infer<typeof Outcome>
