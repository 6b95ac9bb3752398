import { Select } from '@randnotiz/ui/select'
import { useTranslation } from 'react-i18next'
import { type StepKindName, stepKindNames } from './new-plan.js'

type Props = { value: StepKindName; onChange(kind: StepKindName): void }

export function StepKindSelect({ value, onChange }: Props) {
  const { t } = useTranslation('workshops')
  return (
    <Select
      label={t('editor.kind')}
      value={value}
      options={stepKindNames.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
      onChange={event => {
        const kind = stepKindNames.find(name => name === event.target.value)
        if (kind !== undefined) onChange(kind)
      }}
    />
  )
}
