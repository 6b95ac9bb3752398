import { confirmCrdt } from '@randnotiz/anchoring'
import type { Resolution } from '@randnotiz/contract/annotations/resolution'
import type { Target } from '@randnotiz/contract/annotations/target'
import { resolveCrdtRange } from '@randnotiz/document-schema/crdt-range'
import type { LiveText } from '../live-text.js'

export type PassageTarget = Extract<Target, { kind: 'passage' }>

/** A target, and the whole text that it quotes. */
export type Origin = { target: PassageTarget; originText: string }

/** Where a passage stands in the present text. */
export function resolveTarget({ target }: Origin, live: LiveText, now: Date): Resolution {
  const resolvedAt = now.toISOString()
  const found = resolveCrdtRange(live.index, target.crdt)
  if (found.kind !== 'alive') return { status: 'orphaned', resolvedAt }
  const { start, end } = found
  const status = confirmCrdt(target.quote, live.index.text, { start, end }) ? 'exact' : 'changed'
  return { status, range: { start, end }, crdt: target.crdt, method: 'crdt', resolvedAt }
}
