import type { Source } from '@randnotiz/contract/annotations/source'
import { useTranslation } from 'react-i18next'

/** Where something was made that was not made here, and what was counted there. */
export function SourceLine({ source }: { source: Source | null }) {
  const { t } = useTranslation('exchange')
  if (source === null) return null
  const { system, official, support } = source
  const facts = [
    t(`source.${system}`),
    ...(official ? [t('source.official')] : []),
    ...(support === null || support === 0 ? [] : [t('source.support', { count: support })]),
  ]
  return <p className="note__source">{facts.join(' · ')}</p>
}
