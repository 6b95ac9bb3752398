import type { Phase } from '@randnotiz/contract/publishing/process'

/** The phase that runs at a moment; null before the first, after the last and in a gap. */
export function currentPhase(phases: readonly Phase[], now: Date): Phase | null {
  const at = now.getTime()
  return phases.find(phase => Date.parse(phase.startsAt) <= at && at < Date.parse(phase.endsAt)) ?? null
}

type Dated = { phases: readonly Phase[] }

const beginning = ({ phases }: Dated) => Math.min(...phases.map(phase => Date.parse(phase.startsAt)))

/** The process a visitor lands on: one whose phases are running, else the one that began last. */
export function landingProcess<P extends Dated>(processes: readonly P[], now: Date): P | null {
  const newestFirst = processes.toSorted((a, b) => beginning(b) - beginning(a))
  return newestFirst.find(process => currentPhase(process.phases, now) !== null) ?? newestFirst[0] ?? null
}
