import type { StepPlan } from '@randnotiz/contract/workshops/agenda'
import type { Contribution } from '@randnotiz/contract/workshops/contributions'
import type { HallStep, HallView } from '@randnotiz/contract/workshops/hall'
import type { PassageLine } from '@randnotiz/contract/workshops/passage'
import { Button } from '@randnotiz/ui/button'
import { MessageSquarePlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PassageView } from '../live/passage-view.js'
import { ContributionForm } from './contribution-form.js'
import { useHallContext } from './use-hall.js'
import { useHallContributions } from './use-hall-contributions.js'

type Props = { hall: HallView; current: HallStep; plan: Extract<StepPlan, { kind: 'gather' }> }

/** Saying something about a passage, and reading what others say as soon as that is out. */
export function GatherStep({ hall, current, plan }: Props) {
  const { t } = useTranslation('workshops')
  const { state } = useHallContext()
  const { step, status } = current
  const [line, setLine] = useState<PassageLine | null>(null)
  const subject = step.subject ?? wholeDocument(hall)
  const isOpen = status.state === 'open'
  const isFixed = subject.blockId !== null
  const waiting = state.unsent.flatMap(one =>
    one.deed === 'contribution' && one.stepId === step.id ? [one] : [],
  )
  const { all } = useHallContributions(hall)
  const here = all.filter(({ stepId }) => stepId === step.id)
  const own = here.filter(({ author }) => author?.participantId === state.seat?.participantId)
  const others = here.filter(({ author }) => author === null)
  const used = own.length + waiting.length
  const left = plan.most === null ? null : plan.most - used
  return (
    <>
      {plan.sealedInput && status.state !== 'revealed' && (
        <p className="hall-step__hint">{t('gather.alone')}</p>
      )}
      <PassageView
        subject={subject}
        {...(isFixed || !isOpen
          ? {}
          : { below: one => <Choose line={one} chosen={line} onChoose={setLine} /> })}
      />
      {isOpen && left !== 0 && (
        <ContributionForm
          key={line?.blockId ?? ''}
          subject={isFixed || line === null ? subject : { ...subject, blockId: line.blockId }}
          stepId={step.id}
          kinds={plan.kinds}
          onSent={() => setLine(null)}
        />
      )}
      {isOpen && left !== null && <p role="status">{t('gather.left', { count: Math.max(0, left) })}</p>}
      <Said title={t('gather.own')} said={own} waiting={waiting} />
      <Said title={t('gather.others')} said={others} waiting={[]} />
    </>
  )
}

const wholeDocument = ({ documentIds }: HallView) => {
  const [documentId] = documentIds
  if (documentId === undefined) throw new Error('a workshop has a document')
  return { documentId, blockId: null, annotationId: null }
}

type ChooseProps = { line: PassageLine; chosen: PassageLine | null; onChoose(line: PassageLine): void }

function Choose({ line, chosen, onChoose }: ChooseProps) {
  const { t } = useTranslation('workshops')
  if (line.kind === 'heading') return null
  const isChosen = chosen?.blockId === line.blockId
  return (
    <Button
      size="small"
      look={isChosen ? 'primary' : 'quiet'}
      aria-pressed={isChosen}
      onClick={() => onChoose(line)}
    >
      <MessageSquarePlus aria-hidden="true" />
      {isChosen ? t('gather.chosen') : t('gather.here')}
    </Button>
  )
}

type Words = Pick<Contribution, 'body' | 'replacement'>

type SaidProps = {
  title: string
  said: readonly Contribution[]
  /** Not confirmed yet. */
  waiting: readonly (Words & { commandId: string })[]
}

function Said({ title, said, waiting }: SaidProps) {
  const { t } = useTranslation('workshops')
  const count = said.length + waiting.length
  if (count === 0) return null
  return (
    <section className="said">
      <h3>
        {title} <span className="said__count">{count}</span>
      </h3>
      <ul>
        {waiting.map(one => (
          <li key={one.commandId} data-waiting="true">
            <Both words={one} />
            <em> {t('gather.underWay')}</em>
          </li>
        ))}
        {said.toReversed().map(one => (
          <li key={one.id}>
            <Both words={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Both({ words: { body, replacement } }: { words: Words }) {
  return (
    <>
      {replacement !== null && <strong className="said__wording">„{replacement}“ </strong>}
      {body}
    </>
  )
}
