import { Admission, type Setup } from '@randnotiz/contract/workshops/session'
import { Select } from '@randnotiz/ui/select'
import { TextArea } from '@randnotiz/ui/text-area'
import { TextField } from '@randnotiz/ui/text-field'
import { useTranslation } from 'react-i18next'
import { fromLocalMoment, toLocalMoment } from './local-moment.js'

type Props = {
  setup: Setup
  titleError?: string | null
  onChange(change: Partial<Setup>): void
}

/** What stands on the invitation, who is let in, and whether it is a rehearsal. */
export function SetupFields({ setup, titleError, onChange }: Props) {
  const { t } = useTranslation('workshops')
  return (
    <>
      <TextField
        label={t('plan.title')}
        value={setup.title}
        maxLength={160}
        error={titleError}
        onChange={event => onChange({ title: event.target.value })}
      />
      <TextArea
        label={t('plan.invitation')}
        hint={t('plan.invitationHint')}
        value={setup.invitation}
        maxLength={4_000}
        onChange={event => onChange({ invitation: event.target.value })}
      />
      <div className="plan-form__pair">
        <TextField
          label={t('plan.startsAt')}
          type="datetime-local"
          value={toLocalMoment(setup.startsAt)}
          onChange={event => onChange({ startsAt: fromLocalMoment(event.target.value) })}
        />
        <TextField
          label={t('plan.place')}
          value={setup.place}
          maxLength={200}
          onChange={event => onChange({ place: event.target.value })}
        />
      </div>
      <Select
        label={t('plan.admission')}
        hint={t(`admissionLong.${setup.admission}`)}
        value={setup.admission}
        options={Admission.options.map(value => ({ value, label: t(`admission.${value}`) }))}
        onChange={event => onChange({ admission: Admission.parse(event.target.value) })}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={setup.rehearsal}
          onChange={event => onChange({ rehearsal: event.target.checked })}
        />
        <span>
          {t('plan.rehearsal')}
          <span className="check__hint">{t('plan.rehearsalHint')}</span>
        </span>
      </label>
    </>
  )
}
