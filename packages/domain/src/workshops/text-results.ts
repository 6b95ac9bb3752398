import type { AnnotationId, DocumentId, WorkshopId } from '@randnotiz/contract/kit/ids'
import type { AgendaItem, Round, Session } from '@randnotiz/contract/workshops/session'
import type {
  ContributionResult,
  ContributionVote,
  TextVote,
} from '@randnotiz/contract/workshops/text-results'
import { itemOf } from './agenda-item.js'
import { leadingOptions } from './minutes-reading.js'

type Revealed = { item: AgendaItem; round: Round & { vote: NonNullable<Round['vote']> } }

/** Votes with a revealed result, by their last such round. */
function revealedVotes({ agenda }: Session): Revealed[] {
  return agenda.flatMap(item => {
    const round = item.rounds.findLast(({ vote, result }) => vote !== null && result !== null)
    return round?.vote ? [{ item, round: { ...round, vote: round.vote } }] : []
  })
}

/** Votes of a session that were about a text, or one passage of it. */
export function votesAbout(session: Session, workshopId: WorkshopId, documentId: DocumentId): TextVote[] {
  return revealedVotes(session).flatMap(({ item: { step, rounds }, round }) => {
    const subject = step.subject ?? sourceSubject(session, step.plan)
    if (subject?.documentId !== documentId) return []
    const question = step.plan.kind === 'poll' ? step.plan.question : null
    return [
      {
        ...{ workshopId, stepId: step.id, title: step.title, kind: step.plan.kind, question },
        blockId: subject.blockId,
        ...{ round, rounds: rounds.length, admission: session.setup.admission },
      },
    ]
  })
}

/** A vote on contributions without a subject of its own is about what those were about. */
function sourceSubject(session: Session, plan: AgendaItem['step']['plan']): AgendaItem['step']['subject'] {
  if (plan.kind !== 'dotVote' && plan.kind !== 'group') return null
  const source = itemOf(session, plan.source)?.step
  return source ? (source.subject ?? sourceSubject(session, source.plan)) : null
}

/** What became of contributions in their workshop; nothing of those that were neither sorted nor voted on. */
export function resultsOf(
  session: Session,
  workshopId: WorkshopId,
  ids: readonly AnnotationId[],
): ContributionResult[] {
  const votes = revealedVotes(session)
  const groups = session.agenda.flatMap(item => item.groups)
  return ids.flatMap(annotationId => {
    const group = groups.find(({ annotationIds }) => annotationIds.includes(annotationId))
    const fared = votes.flatMap(vote => voteFor(vote, annotationId))
    if (group === undefined && fared.length === 0) return []
    const sorted = group ? { title: group.title, count: group.annotationIds.length } : null
    return [{ annotationId, workshopId, group: sorted, votes: fared }]
  })
}

function voteFor({ item, round }: Revealed, annotationId: AnnotationId): ContributionVote[] {
  const { vote, result } = round
  const option = vote.options.find(({ annotationIds }) => annotationIds.includes(annotationId))
  const sum = option && result?.tally.options.find(({ optionId }) => optionId === option.id)
  if (!option || !sum || !result) return []
  return [
    {
      ...{ stepId: item.step.id, title: item.step.title, weight: sum.weight, voters: sum.voters },
      cast: result.tally.cast,
      dots: vote.rule.perOption > 1,
      ahead: leadingOptions(round).includes(option.id),
    },
  ]
}
