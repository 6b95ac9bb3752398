import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { WorkshopId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { Contribution } from '@randnotiz/contract/workshops/contributions'
import type { Minutes, StepMinutes } from '@randnotiz/contract/workshops/minutes'
import type { AgendaItem, Session } from '@randnotiz/contract/workshops/session'
import { sightOf } from '@randnotiz/domain/workshops/contributions'
import { roleOf } from '@randnotiz/domain/workshops/control'
import { isOver } from '@randnotiz/domain/workshops/decision'
import { type Course, courseOf } from '@randnotiz/domain/workshops/minutes'
import type { ContributionRecord } from '../storage/contribution-store.js'
import { contributionView } from '../view.js'
import type { WorkshopParts } from './parts.js'
import { readPassage } from './read-passage.js'

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
  const said = shown(session, records)
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
    documents: await documentsOf(parts, session, course),
    steps: await Promise.all(
      session.agenda.map(item => minutesOf(parts, { item, session, course, said, records })),
    ),
    speaking: course.speaking,
    incidents: course.incidents,
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

type Told = {
  item: AgendaItem
  session: Session
  course: Course
  said: readonly Contribution[]
  records: readonly ContributionRecord[]
}

async function minutesOf(
  parts: WorkshopParts,
  { item, session, course, said, records }: Told,
): Promise<StepMinutes> {
  const { step, status, rounds, groups, conclusion } = item
  const ranMs = course.ranMs.get(step.id)
  const byId = new Map(said.map(one => [one.id, one]))
  const held = new Set(session.heldBack.map(({ annotationId }) => annotationId))
  return {
    id: step.id,
    title: step.title,
    kind: step.plan.kind,
    question: step.plan.kind === 'poll' ? step.plan.question : null,
    state: status.state,
    plannedMinutes: step.minutes,
    actualMinutes: ranMs === undefined ? null : Math.round(ranMs / 60_000),
    passage: await passageOf(parts, item),
    rounds,
    groups: groups.map(({ id, title, annotationIds }) => ({
      id,
      title,
      contributions: annotationIds.flatMap(annotationId => byId.get(annotationId) ?? []),
    })),
    contributions: said.filter(({ stepId }) => stepId === step.id),
    heldBack: records.filter(({ _id, stepId }) => stepId === step.id && held.has(_id)).length,
    conclusion,
  }
}

async function passageOf(parts: WorkshopParts, { step }: AgendaItem): Promise<StepMinutes['passage']> {
  const { subject } = step
  if (subject === null || (subject.blockId === null && subject.annotationId === null)) return null
  const { documentId, blockId, annotationId } = subject
  const passage = await readPassage(parts, {
    documentId,
    block: blockId ?? undefined,
    annotation: annotationId ?? undefined,
  })
  if (!passage.ok) return null
  const { document, lines, focus, quote } = passage.value
  const words = quote ?? lines.find(line => line.blockId === focus)?.text
  return words === undefined ? null : { document: document.title, words }
}
