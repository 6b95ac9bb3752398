import type { WorkshopId } from '@randnotiz/contract/kit/ids'
import { becomesAnnotation } from '@randnotiz/domain/workshops/contributions'
import type { WorkshopParts } from './parts.js'

/**
 * Makes annotations of all contributions of a workshop that are out and not held back. Each step can be done twice: what
 * a crash has interrupted goes on at the next start.
 */
export async function publishContributions(parts: WorkshopParts, workshopId: WorkshopId): Promise<void> {
  const waiting = await parts.contributions.notAnnotated(workshopId)
  if (waiting.length === 0) return
  const session = await parts.sessions.read(workshopId)
  if (session === null || session.setup.rehearsal) return
  const due = waiting.filter(({ _id, stepId }) => becomesAnnotation(session, { id: _id, stepId }))
  const seats = await parts.seats.byIds([...new Set(due.map(({ participantId }) => participantId))])
  const people = seats.map(({ _id, name }) => ({ key: `workshop seat ${_id}`, name }))
  const authors = await parts.keepPeople(people)
  for (const { _id, participantId, at, stepId, ...said } of due) {
    const authorId = authors.get(`workshop seat ${participantId}`)
    if (authorId === undefined) continue
    const workshop = { id: workshopId, stepId, title: session.setup.title }
    await parts.makeAnnotation({ ...said, id: _id, authorId, createdAt: at, workshop })
    await parts.contributions.markAnnotated(_id)
  }
}
