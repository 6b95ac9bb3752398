import type { LocalizedText } from '@randnotiz/contract/kit/wire-values'
import { TextArea } from '@randnotiz/ui/text-area'
import { TextField } from '@randnotiz/ui/text-field'
import { useTranslation } from 'react-i18next'

type Props = {
  label: string
  value: LocalizedText
  error?: string | null
  hint?: string
  /** Longest text in each language. */
  most: number
  lines?: 'one' | 'several' | 'many'
  /** Most mistakes are a language that is empty; others are about both. */
  errorWhen?: 'empty' | 'always'
  onChange(value: LocalizedText): void
}

const languages = [
  { language: 'de', name: 'german' },
  { language: 'en', name: 'english' },
] as const

/** The same text in both languages, side by side where there is room. */
export function LocalizedField({
  label,
  value,
  error,
  hint,
  most,
  lines = 'one',
  errorWhen = 'empty',
  onChange,
}: Props) {
  const { t } = useTranslation('settings')
  const Control = lines === 'one' ? TextField : TextArea
  return (
    <div className="localized-field">
      {languages.map(({ language, name }) => (
        <Control
          key={language}
          label={`${label} (${t(name)})`}
          {...(hint === undefined ? {} : { hint })}
          lang={language}
          maxLength={most}
          value={value[language]}
          {...(lines === 'many' ? { rows: 12 } : {})}
          error={error && (errorWhen === 'always' || value[language].trim() === '') ? error : null}
          onChange={(event: { target: { value: string } }) =>
            onChange({ ...value, [language]: event.target.value })
          }
        />
      ))}
    </div>
  )
}
