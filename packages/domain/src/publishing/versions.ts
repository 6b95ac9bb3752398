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

const townTime = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** The name of the state that was replaced at a moment. */
export function replacedAt(moment: Date): Day {
  return Day.parse(`${dayOf(moment)}-${townTime.format(moment).replaceAll(':', '')}`)
}

/** The day alone, and the time of the town at which it was replaced; null for how a day ended. */
export function partsOfDay(day: Day): { date: string; replacedAt: string | null } {
  const [, date = day, hour, minute] = /^(.{10})-(\d{2})(\d{2})/.exec(day) ?? []
  return { date, replacedAt: hour === undefined ? null : `${hour}:${minute}` }
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
