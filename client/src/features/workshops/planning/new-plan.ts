import type { Step, StepPlan } from '@randnotiz/contract/workshops/agenda'
import { OptionId } from '@randnotiz/contract/workshops/voting'
import type { TFunction } from 'i18next'

export type StepKindName = StepPlan['kind']

export const stepKindNames = [
  'read',
  'gather',
  'group',
  'dotVote',
  'poll',
  'duel',
  'discussion',
  'announcement',
] as const satisfies readonly StepKindName[]

const voting = { secrecy: 'confidential', hidden: true } as const

/** A step of a kind as it begins; null when it would need an earlier step that is not there. */
export function newPlan(
  kind: StepKindName,
  agenda: readonly Step[],
  t: TFunction<'workshops'>,
): StepPlan | null {
  const gather = agenda.findLast(({ plan }) => plan.kind === 'gather')
  const group = agenda.findLast(({ plan }) => plan.kind === 'group')
  switch (kind) {
    case 'read':
      return { kind }
    case 'gather':
      return { kind, kinds: ['idea', 'risk', 'benefit'], sealedInput: true, most: null }
    case 'group':
      return gather ? { kind, source: gather.id } : null
    case 'dotVote': {
      const source = group ?? gather
      return source ? { kind, source: source.id, dots: 5, perOption: 2, ...voting } : null
    }
    case 'poll': {
      const options = (['yes', 'no'] as const).map(id => ({
        id: OptionId.parse(id),
        label: t(`templateWords.${id}`),
      }))
      return { kind, question: t('editor.question'), poll: { form: 'single', options }, ...voting }
    }
    case 'duel':
      return { kind, ...voting }
    case 'discussion':
      return { kind, secondsPerTurn: 90 }
    case 'announcement':
      return { kind, text: t('editor.words') }
  }
}
