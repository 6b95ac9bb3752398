import type { Support } from '@randnotiz/contract/annotations/support'

export type Supported = {
  createdAt: Date
  supporters: number
  /** Where it was taken over from. */
  source: { support: number | null } | null
}

/** How many support a contribution, as far as everybody may know. Support from where it was taken over counts like ours. */
export function shownSupport(
  { createdAt, supporters, source }: Supported,
  { hiddenMs, now }: { hiddenMs: number; now: Date },
): Support {
  const shownFrom = new Date(createdAt.getTime() + hiddenMs)
  if (now < shownFrom) return { kind: 'hidden', shownFrom: shownFrom.toISOString() }
  return { kind: 'shown', count: supporters + (source?.support ?? 0) }
}
