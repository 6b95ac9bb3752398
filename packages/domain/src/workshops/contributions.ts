import type { ParticipantId } from '@randnotiz/contract/kit/ids'
import type { Contribution } from '@randnotiz/contract/workshops/contributions'
import type { AgendaItem, CrewRole, Session } from '@randnotiz/contract/workshops/session'
import { itemOf } from './agenda-item.js'
import { isOver } from './decision.js'
import { sealGraceMs } from './step-time.js'
import { lastRound } from './voting.js'

/** Who looks at contributions. A projector sees what the hall sees. */
export type Looker =
  | { kind: 'seat'; participantId: ParticipantId }
  | { kind: 'stage' }
  | { kind: 'crew'; role: CrewRole }

/**
 * Whether the contributions of a step are out. Where everybody thinks alone first, nobody sees those of others before
 * the reveal, the crew included; a step that is left without one is over, and what it has gathered comes out then.
 */
export function isOut(item: AgendaItem): boolean {
  const { plan } = item.step
  if (plan.kind !== 'gather' || !plan.sealedInput) return true
  return item.status.state === 'revealed' || item.status.state === 'settled'
}

/** Whether somebody may see a contribution now, and if so whether with its author. */
export function sightOf(
  session: Session,
  contribution: Pick<Contribution, 'id' | 'stepId'> & { participantId: ParticipantId },
  looker: Looker,
): 'hidden' | 'words' | 'signed' {
  const isOwn = looker.kind === 'seat' && looker.participantId === contribution.participantId
  if (isOwn) return 'signed'
  const item = itemOf(session, contribution.stepId)
  if (item === null || !(isOut(item) || isOver(session))) return 'hidden'
  if (looker.kind === 'crew') return looker.role === 'moderator' ? 'words' : 'signed'
  const isHeld = session.heldBack.some(({ annotationId }) => annotationId === contribution.id)
  return isHeld ? 'hidden' : 'words'
}

/** Whether a contribution is to become an annotation of its document by now. A rehearsal leaves no trace. */
export function becomesAnnotation(
  session: Session,
  contribution: Pick<Contribution, 'id' | 'stepId'>,
): boolean {
  if (session.setup.rehearsal) return false
  const item = itemOf(session, contribution.stepId)
  if (item === null || !(isOut(item) || isOver(session))) return false
  return !session.heldBack.some(({ annotationId }) => annotationId === contribution.id)
}

/** Cards and spoken words are typed in behind: from the opening of a gathering until the workshop is over. */
export function takesCards(session: Session, item: AgendaItem): boolean {
  return item.step.plan.kind === 'gather' && item.rounds.length > 0 && !isOver(session)
}

/** While a gathering is open, and for a moment after its seal for those that were under way; like ballots. */
export function takesContributions(item: AgendaItem, now: Date): boolean {
  if (item.step.plan.kind !== 'gather') return false
  if (item.status.state === 'open') return true
  const sealedAt = lastRound(item)?.sealedAt ?? null
  const isJustSealed = item.status.state === 'sealed' && sealedAt !== null
  return isJustSealed && now.getTime() <= Date.parse(sealedAt) + sealGraceMs
}
