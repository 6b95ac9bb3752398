import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { WorkshopId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { Contribution } from '@randnotiz/contract/workshops/contributions'
import type { Minutes } from '@randnotiz/contract/workshops/minutes'
import type { Session } from '@randnotiz/contract/workshops/session'
import { sightOf } from '@randnotiz/domain/workshops/contributions'
import { roleOf } from '@randnotiz/domain/workshops/control'
import { isOver } from '@randnotiz/domain/workshops/decision'
import { type Course, courseOf } from '@randnotiz/domain/workshops/minutes'
import { tellStep } from '../minutes/tell-step.js'
import type { ContributionRecord } from '../storage/contribution-store.js'
import { contributionView } from '../view.js'
import type { WorkshopParts } from './parts.js'

/** The minutes of a session, told from its log. For strangers there are none before they are published. */
export async function readMinutes(
  parts: WorkshopParts,
  workshopId: WorkshopId,
  viewer: Viewer,
): Promise<Result<Minutes>> {
  const session = await parts.sessions.read(workshopId)
  if (session === null) return refuse('workshops/unknown')
  const isCrew = viewer.kind === 'account' && roleOf(session, viewer.id) !== null
  if (!isCrew && session.phase !== 'published') return refuse('workshops/unknown')
  const events = await parts.log.since(workshopId, 0)
  const course = courseOf(events, parts.clock.now())
  const records = await parts.contributions.after(workshopId, 0)
  const gone = await parts.withheld(records.map(({ _id }) => _id))
  const said = shown(session, records).filter(({ id }) => !gone.has(id))
  const told = { session, course, said, records, gone }
  const { title, place, rehearsal, admission } = session.setup
  return accept({
    workshopId,
    title,
    place,
    rehearsal,
    admission,
    phase: session.phase,
    final: isOver(session),
    begunAt: course.begunAt,
    endedAt: course.endedAt,
    participants: await parts.seats.countIn(workshopId),
    tables: await parts.seats.tables(workshopId),
    documents: await documentsOf(parts, session, course),
    contributors: new Set(records.map(({ participantId }) => participantId)).size,
    contributed: records.length,
    steps: await Promise.all(session.agenda.map(item => tellStep(parts, item, told))),
    speaking: course.speaking,
    incidents: course.incidents,
    outcomes: session.outcomes.map(outcome => ({
      ...outcome,
      changedAt: course.changedSince.get(outcome.id) ?? null,
    })),
  })
}

/** As the hall may see them: without names, and without what is held back. */
function shown(session: Session, records: readonly ContributionRecord[]): Contribution[] {
  return records.flatMap(record => {
    const { _id: id, stepId, participantId } = record
    const sight = sightOf(session, { id, stepId, participantId }, { kind: 'stage' })
    return sight === 'hidden' ? [] : [contributionView(record, null)]
  })
}

async function documentsOf(
  { documentById, lastRelease }: WorkshopParts,
  { setup }: Session,
  { begunAt }: Course,
): Promise<Minutes['documents']> {
  const known = await Promise.all(
    setup.documentIds.map(async id => {
      const document = await documentById(id)
      const release = await lastRelease(id)
      const isEarlier = release !== null && begunAt !== null && release.publishedAt <= begunAt
      const { slug, title } = document ?? {}
      return slug && title ? [{ id, slug, title, release: isEarlier ? release.number : null }] : []
    }),
  )
  return known.flat()
}
