import { Moment } from '@randnotiz/contract/kit/wire-values'

/** Where the city is. Staff type times of the town, wherever their computer thinks it is. */
const town = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** A moment as an input of type `datetime-local` holds it, e.g. `2026-05-01T14:05`. */
export function townTimeOf(moment: Moment | Date): string {
  const parts = new Map(town.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]))
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? ''
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`
}

/** The moment of a time of the town; null for what is none. A time that the clocks leave out is one hour later. */
export function momentOfTownTime(time: string): Moment | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(time)) return null
  const asIfUtc = Date.parse(`${time}:00Z`)
  if (Number.isNaN(asIfUtc)) return null
  const aheadMs = (at: number) => Date.parse(`${townTimeOf(new Date(at))}:00Z`) - at
  const nearby = asIfUtc - aheadMs(asIfUtc)
  return Moment.parse(new Date(asIfUtc - aheadMs(nearby)).toISOString())
}
