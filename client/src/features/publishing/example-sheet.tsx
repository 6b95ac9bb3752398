import { Badge } from '@randnotiz/ui/badge'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import './example-sheet.css'

/** The whole idea in one picture, made of real words: a sheet, a highlighted passage, a note, an answer. */
export function ExampleSheet() {
  const { t } = useTranslation('publishing')
  return (
    <figure className="example" aria-label={t('example.label')}>
      <div className="example__sheet">
        <p className="example__heading">{t('example.heading')}</p>
        <p className="example__text">
          {t('example.before')}
          <mark className="example__passage">{t('example.passage')}</mark>
          {t('example.after')}
        </p>
        <div className="example__lines" aria-hidden="true" />
      </div>
      <div className="example__note">
        <Badge tone="note">{t('example.kind')}</Badge>
        <p>{t('example.note')}</p>
        <p className="example__author">{t('example.author')}</p>
        <p className="example__answer">
          <Check aria-hidden="true" />
          <span>
            <strong>{t('example.outcome')}</strong> {t('example.reason')}
          </span>
        </p>
      </div>
    </figure>
  )
}
