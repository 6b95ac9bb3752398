import { confirmCrdt } from '@randnotiz/anchoring'
import type { Resolution } from '@randnotiz/contract/annotations/resolution'
import type { TextRange } from '@randnotiz/contract/annotations/target'
import type { ResolvedCrdtRange } from '@randnotiz/document-schema/crdt-range'
import type { PassageTarget } from './passage-target.js'

/** What the first rung of the ladder needs of a target. */
export type Bound = Pick<PassageTarget, 'quote' | 'crdt'>

/** A passage confirmed by its own characters; null when they are no proof. `found` is where the CRDT range points. */
export function confirmBound(
  { quote, crdt }: Bound,
  found: ResolvedCrdtRange | undefined,
  present: { text: string; now: Date },
): Resolution | null {
  if (found?.kind !== 'alive') return null
  const range: TextRange = { start: found.start, end: found.end }
  if (!confirmCrdt(quote, present.text, range)) return null
  return { status: 'exact', range, crdt, method: 'crdt', resolvedAt: present.now.toISOString() }
}
