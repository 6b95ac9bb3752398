import type { SeenPoint } from '@randnotiz/contract/answers/commands'
import type { DeskPage } from '@randnotiz/contract/answers/desk'
import { assignPoints } from '@randnotiz/contract/answers/endpoints'
import { UnitId } from '@randnotiz/contract/answers/settings'
import { UserId } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { Select } from '@randnotiz/ui/select'
import { TextField } from '@randnotiz/ui/text-field'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { useMany } from './use-many.js'

type Props = { page: DeskPage; points: SeenPoint[]; many: ReturnType<typeof useMany> }

const unchanged = 'unchanged'

/** Who answers the selected points, and until when; what is left unchanged stays as it is at each of them. */
export function BulkAssignment({ page, points, many }: Props) {
  const { t } = useTranslation('answers')
  const [dueKind, setDueKind] = useState(unchanged)
  const first = [
    { value: unchanged, label: t('bulk.unchanged') },
    { value: '', label: t('bulk.nobody') },
  ]
  function assign(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const said = new FormData(event.currentTarget)
    const [unit, assignee, dueOn] = ['unit', 'assignee', 'dueOn'].map(name => said.get(name))
    void many.run(assignPoints, {
      points,
      ...(unit === unchanged ? {} : { unit: UnitId.safeParse(unit).data ?? null }),
      ...(assignee === unchanged ? {} : { assignee: UserId.safeParse(assignee).data ?? null }),
      ...(dueKind === 'none' ? { dueOn: null } : {}),
      ...(dueKind === 'day' && typeof dueOn === 'string' && dueOn !== '' ? { dueOn } : {}),
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
      <Select
        label={t('bulk.dueOn')}
        value={dueKind}
        onChange={event => setDueKind(event.target.value)}
        options={[
          { value: unchanged, label: t('bulk.unchanged') },
          { value: 'day', label: t('bulk.dueDay') },
          { value: 'none', label: t('bulk.dueNone') },
        ]}
      />
      {dueKind === 'day' && <TextField label={t('bulk.day')} name="dueOn" type="date" required />}
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
