import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import type { Contribution } from '@randnotiz/contract/workshops/contributions'
import type { StepMinutes } from '@randnotiz/contract/workshops/minutes'
import type { AgendaItem, Round, Session } from '@randnotiz/contract/workshops/session'
import type { Course } from '@randnotiz/domain/workshops/minutes'
import type { WorkshopParts } from '../deeds/parts.js'
import { readPassage } from '../deeds/read-passage.js'
import type { ContributionRecord } from '../storage/contribution-store.js'

export type Told = {
  session: Session
  course: Course
  /** What everybody may read. */
  said: readonly Contribution[]
  records: readonly ContributionRecord[]
  /** Contributions whose words not everybody may read any more. */
  gone: ReadonlySet<AnnotationId>
}

/** A step as it went, with everything that came of it. */
export async function tellStep(parts: WorkshopParts, item: AgendaItem, told: Told): Promise<StepMinutes> {
  const { session, course, said, records, gone } = told
  const { step, status, rounds, groups, conclusion } = item
  const ranMs = course.ranMs.get(step.id)
  const byId = new Map(said.map(one => [one.id, one]))
  const held = new Set(session.heldBack.map(({ annotationId }) => annotationId))
  const own = records.filter(({ stepId }) => stepId === step.id)
  const isUnreadable = (id: AnnotationId) => held.has(id) || gone.has(id)
  return {
    id: step.id,
    title: step.title,
    kind: step.plan.kind,
    question: step.plan.kind === 'poll' ? step.plan.question : null,
    state: status.state,
    plannedMinutes: step.minutes,
    actualMinutes: ranMs === undefined ? null : Math.round(ranMs / 60_000),
    passage: await passageOf(parts, item, records),
    rounds: rounds.map(round => withoutWords(round, isUnreadable)),
    groups: groups.map(({ id, title, annotationIds }) => ({
      id,
      title,
      contributions: annotationIds.flatMap(annotationId => byId.get(annotationId) ?? []),
    })),
    contributions: said.filter(({ stepId }) => stepId === step.id),
    heldBack: own.filter(({ _id }) => held.has(_id)).length,
    gone: own.filter(({ _id }) => gone.has(_id) && !held.has(_id)).length,
    conclusion,
  }
}

/** An option that is a contribution bears its words; its figures stay. */
export function withoutWords(round: Round, isUnreadable: (id: AnnotationId) => boolean): Round {
  if (round.vote === null) return round
  const options = round.vote.options.map(option => {
    const [id, ...more] = option.annotationIds
    const isItself = id !== undefined && more.length === 0 && String(option.id) === String(id)
    return isItself && isUnreadable(id) ? { ...option, label: '–' } : option
  })
  return { ...round, vote: { ...round.vote, options } }
}

/** The words as they stood when something was said about them, else as they stand now. */
async function passageOf(
  parts: WorkshopParts,
  { step }: AgendaItem,
  records: readonly ContributionRecord[],
): Promise<StepMinutes['passage']> {
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
  const asItWas = records.find(said => said.blockId !== null && said.blockId === blockId)?.line
  const words = quote ?? asItWas ?? lines.find(line => line.blockId === focus)?.text
  return words === undefined ? null : { document: document.title, words }
}
