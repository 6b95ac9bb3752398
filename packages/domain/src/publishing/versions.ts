import { Day, type VersionName } from '@randnotiz/contract/publishing/version'

export type Version = { kind: 'live' } | { kind: 'release'; number: number } | { kind: 'day'; day: Day }

/** What the name of a version names. */
export function versionNamed(name: VersionName): Version {
  if (name === 'live') return { kind: 'live' }
  const day = Day.safeParse(name)
  return day.success ? { kind: 'day', day: day.data } : { kind: 'release', number: Number(name) }
}

const townDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin', dateStyle: 'short' })

/** The day of a moment in the town's calendar. */
export function dayOf(moment: Date): Day {
  return Day.parse(townDay.format(moment))
}

type Published = { number: number; createdAt: string }

/**
 * Between which two versions a change of that moment shows: the first release since then and the one before it, or the
 * last release and the live text; null as `from` where there is no release before it.
 */
export function versionsAround(
  releases: readonly Published[],
  at: string,
): { from: number | null; to: number | 'live' } {
  const inOrder = releases.toSorted((a, b) => a.number - b.number)
  const first = inOrder.find(release => release.createdAt >= at)
  const before = inOrder.findLast(release => release.createdAt < at)
  return { from: before?.number ?? null, to: first?.number ?? 'live' }
}
