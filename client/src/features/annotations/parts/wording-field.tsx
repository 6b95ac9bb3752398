import { TextArea } from '@randnotiz/ui/text-area'
import { useTranslation } from 'react-i18next'
import { WordingChange } from './wording-change.js'

type Props = { before: string; value: string; error: string | null; onChange(value: string): void }

/** The quoted words themselves, to be changed where they should read differently; and what that comes to. */
export function WordingField({ before, value, error, onChange }: Props) {
  const { t } = useTranslation('annotations')
  const changes = value.trim() !== '' && value.trim() !== before.trim()
  return (
    <div className="wording-field">
      <TextArea
        name="replacement"
        label={t('form.replacement')}
        hint={t('form.replacementHint')}
        value={value}
        error={error}
        onChange={event => onChange(event.target.value)}
      />
      {changes && <WordingChange before={before} after={value} context={60} />}
    </div>
  )
}
