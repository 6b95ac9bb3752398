import { createHash } from 'node:crypto'
import { CommandId, type StepId, type WorkshopId } from '@randnotiz/contract/kit/ids'
import type { AgendaItem, Session } from '@randnotiz/contract/workshops/session'
import { sealGraceMs } from '@randnotiz/domain/workshops/step-time'
import { lastRound } from '@randnotiz/domain/workshops/voting'

/** What the server does by itself when a time is up. Due again after a restart, so it must bear to be done twice. */
export type Deadline =
  | { kind: 'seal'; stepId: StepId; round: number; at: number }
  | { kind: 'forgetVoters'; stepId: StepId; round: number; at: number }

/** After the last moment in which a ballot is taken, and a little more for one that is just being written. */
const forgetAfterMs = sealGraceMs + 3_500

/** Every deadline that follows from the state of a session; pure, so nothing is lost with the process. */
export function deadlinesOf(session: Pick<Session, 'agenda'>): Deadline[] {
  return session.agenda.flatMap(deadlineOf)
}

function deadlineOf(item: AgendaItem): Deadline[] {
  const round = lastRound(item)
  if (round === null) return []
  const about = { stepId: item.step.id, round: round.number }
  const { status } = item
  if (status.state === 'open' && status.sealsAt !== null)
    return [{ kind: 'seal', ...about, at: Date.parse(status.sealsAt) }]
  const isSecret = round.vote?.secrecy === 'secret'
  if (isSecret && round.sealedAt !== null)
    return [{ kind: 'forgetVoters', ...about, at: Date.parse(round.sealedAt) + forgetAfterMs }]
  return []
}

/** One id for what several processes would do at the same moment, so that it happens once. */
export function deadlineCommand(workshopId: WorkshopId, { kind, stepId, round, at }: Deadline): CommandId {
  const hash = createHash('sha256').update([workshopId, kind, stepId, round, at].join(' ')).digest('hex')
  const [a, b, c, d] = [hash.slice(0, 8), hash.slice(8, 12), hash.slice(13, 16), hash.slice(17, 20)]
  return CommandId.parse(`${a}-${b}-4${c}-8${d}-${hash.slice(20, 32)}`)
}
