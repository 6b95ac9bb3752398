import type { StepId } from '@randnotiz/contract/kit/ids'
import type { AgendaItem, Session, StepTime } from '@randnotiz/contract/workshops/session'
import { lastRound } from './voting.js'

export function itemOf(session: Session, stepId: StepId): AgendaItem | null {
  return session.agenda.find(item => item.step.id === stepId) ?? null
}

export const isRunning = ({ status }: AgendaItem) => status.state === 'open' || status.state === 'held'

export const isVoteOpen = (item: AgendaItem) => isRunning(item) && (lastRound(item)?.vote ?? null) !== null

/** A step that does not run has no limit. */
export const timeOf = ({ status }: Pick<AgendaItem, 'status'>): StepTime =>
  'time' in status ? status.time : { kind: 'unlimited' }
