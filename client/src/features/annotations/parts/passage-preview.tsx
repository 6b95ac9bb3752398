import { Notice } from '@randnotiz/ui/notice'
import { useTranslation } from 'react-i18next'
import type { CurrentPassage } from '../writing/use-current-passage.js'

/** The passage somebody is writing about, as it reads now. */
export function PassagePreview({ passage }: { passage: CurrentPassage }) {
  const { t } = useTranslation('annotations')
  if (passage.claim === null) return <p className="form-hint">{t('form.wholeText')}</p>
  return (
    <div aria-live="polite">
      {passage.type === 'lost' && <Notice tone="warning">{t('form.passageLost')}</Notice>}
      {passage.type === 'other-words' && <Notice tone="info">{t('form.passageChanged')}</Notice>}
      <blockquote className="note__quote" aria-label={t('form.passage')}>
        <p className="note__words">{passage.claim.exact}</p>
      </blockquote>
    </div>
  )
}
