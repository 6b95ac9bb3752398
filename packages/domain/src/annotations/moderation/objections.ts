import type { UserId } from '@randnotiz/contract/kit/ids'

/** For so long an author can object: six months, as the Digital Services Act (Art. 20) wants it. */
const objectForMs = 183 * 24 * 60 * 60_000

export const objectUntil = (decidedAt: Date) => new Date(decidedAt.getTime() + objectForMs)

type Decided = { at: Date; hides: boolean; authorId: UserId; moderatorId: UserId | null; objected: boolean }

/** Only the author, once, in time, and only against a decision that took something away. */
export function mayObject(decision: Decided, personId: UserId | null, now: Date): boolean {
  const { at, hides, authorId, objected } = decision
  return hides && !objected && personId === authorId && now < objectUntil(at)
}

/** Nobody decides about their own decision, nor about their own words. */
export function mayDecideObjection(
  { authorId, moderatorId }: Pick<Decided, 'authorId' | 'moderatorId'>,
  personId: UserId,
): boolean {
  return personId !== moderatorId && personId !== authorId
}

type DecidedReport = { state: 'open' | 'acted' | 'not-acted'; decidedAt: Date | null; objected: boolean }

/**
 * Until when whoever reported may object: once, in time, and only where the words were left public, which the Digital
 * Services Act (Art. 20) counts as a decision against them. Null when they may not.
 */
export function reporterObjectUntil({ state, decidedAt, objected }: DecidedReport, now: Date): Date | null {
  if (state !== 'not-acted' || decidedAt === null || objected) return null
  const until = objectUntil(decidedAt)
  return now < until ? until : null
}
