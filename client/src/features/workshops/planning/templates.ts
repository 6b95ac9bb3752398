import type { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import { type DocumentId, StepId } from '@randnotiz/contract/kit/ids'
import type { Step, StepPlan, StepSubject } from '@randnotiz/contract/workshops/agenda'
import { OptionId } from '@randnotiz/contract/workshops/voting'
import { newUuid } from '../live/new-ids.js'

export const templateNames = ['readingCircle', 'rating', 'deepDive', 'council'] as const
export type TemplateName = (typeof templateNames)[number]

/** Sentences that a template needs, by key; they come from the texts of the page's language. */
export type TemplateWords = (key: TemplateWord) => string
export type TemplateWord =
  | 'welcome'
  | 'welcomeText'
  | 'read'
  | 'gatherAlone'
  | 'gather'
  | 'group'
  | 'dots'
  | 'discuss'
  | 'rate'
  | 'rateQuestion'
  | 'rateLow'
  | 'rateHigh'
  | 'wordings'
  | 'duel'
  | 'agree'
  | 'agreeQuestion'
  | 'yes'
  | 'partly'
  | 'no'
  | 'goodbye'
  | 'goodbyeText'

const confidential = { secrecy: 'confidential', hidden: true } as const
const critical: AnnotationKind[] = ['idea', 'risk', 'benefit', 'question']

/** The agenda of a template for some documents: at least one. */
export function templateAgenda(
  name: TemplateName,
  documents: readonly DocumentId[],
  words: TemplateWords,
): Step[] {
  const [first] = documents
  const whole: StepSubject | null =
    first === undefined ? null : { documentId: first, blockId: null, annotationId: null }
  const step = (title: TemplateWord, minutes: number, plan: StepPlan, subject = whole): Step => ({
    id: StepId.parse(newUuid()),
    title: words(title),
    minutes,
    subject:
      plan.kind === 'announcement' || plan.kind === 'group' || plan.kind === 'dotVote' ? null : subject,
    plan,
  })
  const welcome = step('welcome', 5, { kind: 'announcement', text: words('welcomeText') })
  const goodbye = step('goodbye', 5, { kind: 'announcement', text: words('goodbyeText') })
  const alone = step('gatherAlone', 10, { kind: 'gather', kinds: critical, sealedInput: true, most: 3 })
  const group = step('group', 15, { kind: 'group', source: alone.id })
  const dots = step('dots', 5, {
    kind: 'dotVote',
    source: group.id,
    dots: 5,
    perOption: 2,
    ...confidential,
  })
  const talk = (title: TemplateWord, minutes: number) =>
    step(title, minutes, { kind: 'discussion', secondsPerTurn: 90 })

  switch (name) {
    case 'readingCircle':
      return [
        welcome,
        step('read', 10, { kind: 'read' }),
        step('gather', 15, { kind: 'gather', kinds: critical, sealedInput: false, most: null }),
        talk('discuss', 25),
        goodbye,
      ]
    case 'rating':
      return [
        welcome,
        step('read', 10, { kind: 'read' }),
        step('rate', 5, {
          kind: 'poll',
          question: words('rateQuestion'),
          poll: { form: 'scale', points: 5, low: words('rateLow'), high: words('rateHigh') },
          ...confidential,
        }),
        alone,
        group,
        dots,
        talk('discuss', 20),
        goodbye,
      ]
    case 'deepDive':
      return [
        welcome,
        step('read', 10, { kind: 'read' }),
        alone,
        group,
        talk('discuss', 20),
        step('wordings', 15, {
          kind: 'gather',
          kinds: ['wording'],
          sealedInput: false,
          most: 2,
        }),
        step('duel', 5, { kind: 'duel', ...confidential }),
        goodbye,
      ]
    case 'council':
      return [
        welcome,
        step('read', 15, { kind: 'read' }),
        alone,
        group,
        talk('discuss', 30),
        dots,
        step('agree', 5, {
          kind: 'poll',
          question: words('agreeQuestion'),
          poll: {
            form: 'single',
            options: (['yes', 'partly', 'no'] as const).map(id => ({
              id: OptionId.parse(id),
              label: words(id),
            })),
          },
          secrecy: 'secret',
          hidden: true,
        }),
        goodbye,
      ]
  }
}
