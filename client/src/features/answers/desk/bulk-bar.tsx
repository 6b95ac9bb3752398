import type { SeenPoint } from '@randnotiz/contract/answers/commands'
import type { DeskPage } from '@randnotiz/contract/answers/desk'
import { assignPoints, groupPoints, movePoints, releaseAnswers } from '@randnotiz/contract/answers/endpoints'
import { UnitId } from '@randnotiz/contract/answers/settings'
import { UserId } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { Select } from '@randnotiz/ui/select'
import { TextField } from '@randnotiz/ui/text-field'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { useMany } from './use-many.js'

type Props = {
  page: DeskPage
  points: SeenPoint[]
  many: ReturnType<typeof useMany>
  onPublish(): void
  onClear(): void
}

/** What can be done with the selected points. */
export function BulkBar({ page, points, many, onPublish, onClear }: Props) {
  const { t } = useTranslation('answers')
  const [assigning, setAssigning] = useState(false)
  const { run } = many
  const [lead, ...members] = points
  const button = { look: 'secondary', size: 'small' } as const
  return (
    <section className="desk-bulk" aria-label={t('bulk.label')}>
      <p className="desk-bulk__count">
        <strong>{t('desk.selected', { count: points.length })}</strong>{' '}
        <Button look="quiet" size="small" onClick={onClear}>
          {t('desk.unselect')}
        </Button>
      </p>
      <div className="form-actions">
        <Button {...button} aria-expanded={assigning} onClick={() => setAssigning(!assigning)}>
          {t('bulk.assign')} …
        </Button>
        <Button {...button} onClick={() => void run(movePoints, { points, move: 'take-up' })}>
          {t('bulk.takeUp')}
        </Button>
        <Button {...button} onClick={() => void run(movePoints, { points, move: 'put-back' })}>
          {t('bulk.putBack')}
        </Button>
        {lead && members.length > 0 && (
          <Button {...button} onClick={() => void run(groupPoints, { lead, members })}>
            {t('bulk.group')}
          </Button>
        )}
        {page.rights.release && (
          <Button {...button} onClick={() => void run(releaseAnswers, { points })}>
            {t('bulk.release')}
          </Button>
        )}
        {page.rights.publish && (
          <Button look="primary" size="small" onClick={onPublish}>
            {t('bulk.publish')}
          </Button>
        )}
      </div>
      {assigning && <AssignForm page={page} points={points} many={many} />}
    </section>
  )
}

const unchanged = 'unchanged'

function AssignForm({ page, points, many }: Pick<Props, 'page' | 'points' | 'many'>) {
  const { t } = useTranslation('answers')
  const first = [
    { value: unchanged, label: t('bulk.unchanged') },
    { value: '', label: t('bulk.nobody') },
  ]
  function assign(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const said = new FormData(event.currentTarget)
    const unit = said.get('unit')
    const assignee = said.get('assignee')
    const dueOn = said.get('dueOn')
    void many.run(assignPoints, {
      points,
      ...(unit === unchanged ? {} : { unit: UnitId.safeParse(unit).data ?? null }),
      ...(assignee === unchanged ? {} : { assignee: UserId.safeParse(assignee).data ?? null }),
      ...(typeof dueOn === 'string' && dueOn !== '' ? { dueOn } : {}),
    })
  }
  return (
    <form className="desk-assign" onSubmit={assign}>
      <Select
        label={t('bulk.unit')}
        name="unit"
        options={[...first, ...page.settings.units.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Select
        label={t('bulk.assignee')}
        name="assignee"
        options={[...first, ...page.staff.map(({ id, pseudonym }) => ({ value: id, label: pseudonym }))]}
      />
      <TextField label={t('bulk.dueOn')} name="dueOn" type="date" />
      <Button
        type="submit"
        look="primary"
        size="small"
        busy={many.state.type === 'under-way' ? t('bulk.working') : null}
      >
        {t('bulk.assign')}
      </Button>
    </form>
  )
}
