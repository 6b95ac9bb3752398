import { accept, refuse } from '@randnotiz/contract/kit/result'
import type { Move } from '@randnotiz/contract/workshops/moves'
import type { Session } from '@randnotiz/contract/workshops/session'
import { itemOf } from './agenda-item.js'
import { type Decision, isOver, notNow } from './decision.js'

const mostGroups = 200

type Grouping = Extract<
  Move,
  { move: 'makeGroup' | 'titleGroup' | 'moveToGroup' | 'mergeGroups' | 'removeGroup' }
>

/** Groups can be put in order until the session is closed, also while nobody works on them in the hall. */
export function decideGrouping(session: Session, move: Grouping): Decision {
  const item = itemOf(session, move.stepId)
  if (item === null) return refuse('workshops/unknown')
  if (item.step.plan.kind !== 'group' || item.rounds.length === 0 || isOver(session)) return notNow
  const has = (id: string | null) => item.groups.some(group => group.id === id)
  const { stepId } = move
  switch (move.move) {
    case 'makeGroup': {
      const { groupId, title, annotationIds } = move
      return has(groupId) || item.groups.length >= mostGroups
        ? notNow
        : accept({ fact: 'groupMade', stepId, groupId, title, annotationIds })
    }
    case 'titleGroup':
      return has(move.groupId)
        ? accept({ fact: 'groupTitled', stepId, groupId: move.groupId, title: move.title })
        : notNow
    case 'moveToGroup': {
      const { groupId, annotationIds } = move
      return groupId === null || has(groupId)
        ? accept({ fact: 'movedToGroup', stepId, groupId, annotationIds })
        : notNow
    }
    case 'mergeGroups': {
      const { from, into } = move
      return has(from) && has(into) && from !== into
        ? accept({ fact: 'groupsMerged', stepId, from, into })
        : notNow
    }
    case 'removeGroup':
      return has(move.groupId) ? accept({ fact: 'groupRemoved', stepId, groupId: move.groupId }) : notNow
  }
}
