import { Leeway } from '@randnotiz/contract/documents/document'
import type { LocalizedText } from '@randnotiz/contract/kit/wire-values'
import { useTranslation } from 'react-i18next'
import { useLocalized } from '../../../platform/i18n/use-language.js'

/** How far a contribution can still change the text, as a place on the scale of three. */
export function LeewayScale({ leeway, text }: { leeway: Leeway; text: LocalizedText | null }) {
  const { t } = useTranslation('reader')
  const localized = useLocalized()
  const reached = Leeway.options.indexOf(leeway)
  return (
    <div className="leeway">
      <p className="leeway__label">
        {t('leeway.label')}: <strong>{t(`leeway.${leeway}`)}</strong>
      </p>
      <div className="leeway__steps" aria-hidden="true">
        {Leeway.options.map((step, number) => (
          <span key={step} className="leeway__step" data-reached={number <= reached || undefined} />
        ))}
      </div>
      <p className="leeway__explained">{text === null ? t(`leewayExplained.${leeway}`) : localized(text)}</p>
    </div>
  )
}
