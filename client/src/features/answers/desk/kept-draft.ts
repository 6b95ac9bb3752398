import type { ChangeClaim } from '@randnotiz/contract/answers/answer'
import type { Point, PointName } from '@randnotiz/contract/answers/case'
import { AnswerClaim } from '@randnotiz/contract/answers/commands'
import type { Outcome } from '@randnotiz/contract/answers/outcome'
import { z } from 'zod'

/** An answer while it is being typed: everything may still be missing. */
export const Typed = z.object({
  kind: z.string(),
  to: z.string(),
  reason: z.string(),
  change: AnswerClaim.shape.change,
})
export type Typed = z.infer<typeof Typed>

const keyOf = ({ annotationId, number }: PointName) => `answer-draft:${annotationId}.${number}`

/** What somebody typed and has not saved, over a reload. Null when there is none. */
export function readTyped(name: PointName): Typed | null {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(keyOf(name)) ?? 'null')
    return Typed.safeParse(kept).data ?? null
  } catch {
    // Storage may be forbidden, and its content anybody's.
    return null
  }
}

export function keepTyped(name: PointName, typed: Typed | null): void {
  try {
    if (typed === null) window.sessionStorage.removeItem(keyOf(name))
    else window.sessionStorage.setItem(keyOf(name), JSON.stringify(typed))
  } catch {
    // Then it lives as long as the page.
  }
}

/** What was saved last, as a form shows it. */
export function typedFrom({ work }: Point): Typed {
  if (!('answer' in work)) return { kind: '', to: '', reason: '', change: null }
  const { outcome, reason, change } = work.answer
  return {
    kind: outcome.kind,
    to: outcome.kind === 'forwarded' ? outcome.to : '',
    reason,
    change: claimOf(change),
  }
}

function claimOf(
  change: Extract<Point['work'], { answer: unknown }>['answer']['change'],
): ChangeClaim | null {
  if (change === null) return null
  if (change.kind === 'proposal') return { kind: 'proposal', annotationId: change.annotationId }
  return { kind: 'passage', blockIds: change.blockIds, release: change.release }
}

/** The answer that a form says; null while something is missing. */
export function claimFrom({ kind, to, reason, change }: Typed): AnswerClaim | null {
  const outcome: unknown = kind === 'forwarded' ? { kind, to } : { kind }
  return AnswerClaim.safeParse({ outcome, reason, change }).data ?? null
}

export const isForwarded = (kind: string): kind is Extract<Outcome, { to: string }>['kind'] =>
  kind === 'forwarded'
