import type { Moment } from '@randnotiz/contract/kit/wire-values'
import { useEffect, useState } from 'react'

const key = 'randnotiz:last-visit'

/** A visit lasts at least this long, so that going back and forth does not make everything old. In milliseconds. */
const visitMs = 30 * 60_000

type Visit = { current: Moment; previous: Moment | null }

/** When this device was here before this visit; null on the first one, and where nothing can be kept. */
export function useLastVisit(): Moment | null {
  const [previous, setPrevious] = useState<Moment | null>(null)
  useEffect(() => {
    const visit = nextVisit(readVisit(), new Date())
    writeVisit(visit)
    setPrevious(visit.previous)
  }, [])
  return previous
}

/** What is kept after a look at `now`: the same visit for a while, then a new one. */
export function nextVisit(known: Visit | null, now: Date): Visit {
  if (known === null) return { current: now.toISOString(), previous: null }
  const isSame = now.getTime() - Date.parse(known.current) < visitMs
  return isSame ? known : { current: now.toISOString(), previous: known.current }
}

function readVisit(): Visit | null {
  try {
    const [current, previous] = (localStorage.getItem(key) ?? '').split(' ')
    if (!current || Number.isNaN(Date.parse(current))) return null
    return { current, previous: previous && !Number.isNaN(Date.parse(previous)) ? previous : null }
  } catch {
    return null
  }
}

function writeVisit({ current, previous }: Visit): void {
  try {
    localStorage.setItem(key, previous === null ? current : `${current} ${previous}`)
  } catch {
    // Without a place to keep it, every visit is the first.
  }
}
