import { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import { RadioGroup } from '@randnotiz/ui/radio-group'
import { useTranslation } from 'react-i18next'
import { KindIcon } from './kind-mark.js'

type Props = {
  kind: AnnotationKind
  /** A wording replaces a passage; the whole text has none, and not every phase is open for it. */
  mayPropose: boolean
  onChange(kind: AnnotationKind): void
}

/** What it is about, and a sentence that says what is meant by the kind. */
export function KindChoice({ kind, mayPropose, onChange }: Props) {
  const { t } = useTranslation('annotations')
  const kinds = AnnotationKind.options.filter(each => mayPropose || each !== 'wording')
  return (
    <div className="kind-choice">
      <RadioGroup
        legend={t('form.kind')}
        layout="chips"
        value={kind}
        onChange={onChange}
        options={kinds.map(value => ({ value, label: t(`kind.${value}`), icon: <KindIcon kind={value} /> }))}
      />
      <p className="form-hint" role="status">
        {t(`kindHelp.${kind}`)}
      </p>
    </div>
  )
}
