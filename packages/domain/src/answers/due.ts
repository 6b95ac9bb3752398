import type { DueFilter } from '@randnotiz/contract/answers/desk'

const dayMs = 24 * 60 * 60_000

/** Whether a point is to be answered by then. Days are compared as text; `today` is where the city is. */
export function isDue(dueOn: string | null, filter: DueFilter, today: string): boolean {
  switch (filter) {
    case 'none':
      return dueOn === null
    case 'overdue':
      return dueOn !== null && dueOn < today
    case 'week':
      return dueOn !== null && dueOn <= weekAfter(today)
  }
}

function weekAfter(day: string): string {
  return new Date(Date.parse(day) + 7 * dayMs).toISOString().slice(0, 10)
}

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' })

/** The day it is in the city, e.g. `2026-05-01`. */
export function dayOf(moment: Date): string {
  return calendar.format(moment)
}
