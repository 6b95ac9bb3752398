import type { AgendaItem } from '@randnotiz/contract/workshops/session'
import { graceEndsAt } from '@randnotiz/domain/workshops/voting'
import { useEffect, useState } from 'react'

/** The two clocks agree within a tenth of a second or so; a reveal that comes too early would be refused. */
const marginMs = 250

/** Whether ballots that were under way at the seal may still arrive, by the server's clock. */
export function useTakesLastBallots(item: AgendaItem | null, now: () => number): boolean {
  const until = item === null ? null : graceEndsAt(item)
  const [over, setOver] = useState<number | null>(null)
  useEffect(() => {
    if (until === null) return
    const timer = setTimeout(() => setOver(until), Math.max(0, until + marginMs - now()))
    return () => clearTimeout(timer)
  }, [until, now])
  return until !== null && over !== until
}
