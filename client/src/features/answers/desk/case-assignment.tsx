import type { Point } from '@randnotiz/contract/answers/case'
import type { CasePage } from '@randnotiz/contract/answers/desk'
import { assignPoints, movePoints } from '@randnotiz/contract/answers/endpoints'
import { UnitId } from '@randnotiz/contract/answers/settings'
import { UserId } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { Select } from '@randnotiz/ui/select'
import { TextField } from '@randnotiz/ui/text-field'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { ManyOutcome } from './many-outcome.js'
import { useMany } from './use-many.js'

type Props = { page: CasePage; point: Point; words: string }

/** Who answers a point, and until when. */
export function CaseAssignment({ page, point, words }: Props) {
  const { t } = useTranslation('answers')
  const many = useMany(() => undefined)
  const points = [{ annotationId: page.annotation.id, number: point.number, version: page.case.version }]
  function assign(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const said = new FormData(event.currentTarget)
    const dueOn = said.get('dueOn')
    void many.run(assignPoints, {
      points,
      unit: UnitId.safeParse(said.get('unit')).data ?? null,
      assignee: UserId.safeParse(said.get('assignee')).data ?? null,
      dueOn: typeof dueOn === 'string' && dueOn !== '' ? dueOn : null,
    })
  }
  const nobody = { value: '', label: t('case.nobody') }
  return (
    <form className="case-assign" onSubmit={assign} key={page.case.version} aria-label={t('case.assignment')}>
      <Select
        label={t('case.unit')}
        name="unit"
        defaultValue={point.unit ?? ''}
        options={[nobody, ...page.settings.units.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Select
        label={t('case.assignee')}
        name="assignee"
        defaultValue={point.assignee?.id ?? ''}
        options={[nobody, ...page.staff.map(({ id, pseudonym }) => ({ value: id, label: pseudonym }))]}
      />
      <TextField label={t('case.dueOn')} name="dueOn" type="date" defaultValue={point.dueOn ?? ''} />
      <div className="form-actions">
        <Button type="submit" look="secondary" size="small">
          {t('case.assign')}
        </Button>
        {point.work.state === 'new' && (
          <Button
            look="secondary"
            size="small"
            onClick={() => void many.run(movePoints, { points, move: 'take-up' })}
          >
            {t('bulk.takeUp')}
          </Button>
        )}
      </div>
      <DeedProblem state={many.state} />
      {many.outcome && <ManyOutcome outcome={many.outcome} nameOf={() => words.slice(0, 80)} />}
    </form>
  )
}
