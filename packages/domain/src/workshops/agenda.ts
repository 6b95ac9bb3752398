import type { StepId } from '@randnotiz/contract/kit/ids'
import type { Agenda, Step } from '@randnotiz/contract/workshops/agenda'
import type { AgendaItem } from '@randnotiz/contract/workshops/session'

export const plannedItem = (step: Step): AgendaItem => ({
  step,
  status: { state: 'planned' },
  rounds: [],
  groups: [],
  conclusion: null,
})

/** Whether a step has been opened before, or been left out on purpose: then it is part of what happened. */
export const hasHappened = (item: AgendaItem) => item.rounds.length > 0 || item.status.state === 'skipped'

/**
 * A changed agenda: what has happened keeps its state, its kind and its place among what has happened; only what is
 * still planned may be moved, changed or taken away. Null when the change touches what has happened, names a step twice,
 * or refers to a source that does not come before.
 */
export function changeAgenda(items: readonly AgendaItem[], agenda: Agenda): AgendaItem[] | null {
  if (!isConsistent(agenda)) return null
  const happened = items.filter(hasHappened)
  const byId = new Map(items.map(item => [item.step.id, item]))
  const kept = agenda.filter(step => {
    const item = byId.get(step.id)
    return item !== undefined && hasHappened(item)
  })
  const sameOrder =
    kept.length === happened.length && kept.every((step, at) => step.id === happened[at]?.step.id)
  const sameKinds = kept.every(step => byId.get(step.id)?.step.plan.kind === step.plan.kind)
  if (!sameOrder || !sameKinds) return null
  return agenda.map(step => {
    const item = byId.get(step.id)
    if (item === undefined) return plannedItem(step)
    return hasHappened(item) ? item : { ...item, step }
  })
}

/** Each step once; whatever groups or votes on the result of another comes after it. */
export function isConsistent(agenda: Agenda): boolean {
  const before = new Map<StepId, Step>()
  for (const step of agenda) {
    if (before.has(step.id)) return false
    if (!hasItsSource(step, before)) return false
    before.set(step.id, step)
  }
  return true
}

function hasItsSource({ plan }: Step, before: ReadonlyMap<StepId, Step>): boolean {
  if (plan.kind === 'group') return before.get(plan.source)?.plan.kind === 'gather'
  if (plan.kind === 'dotVote') {
    const source = before.get(plan.source)?.plan.kind
    return (source === 'gather' || source === 'group') && plan.perOption <= plan.dots
  }
  return true
}

export function insertStep(items: readonly AgendaItem[], step: Step, before: StepId | null): Agenda {
  const steps = items.map(item => item.step)
  const at = before === null ? steps.length : steps.findIndex(other => other.id === before)
  return at < 0 ? [...steps, step] : steps.toSpliced(at, 0, step)
}
