import type { MeasureFacts } from '@randnotiz/contract/documents/document'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocalized } from '../../../platform/i18n/use-language.js'

/** What a measure carries beside its text. */
export function MeasureFactList({ facts }: { facts: MeasureFacts }) {
  const { t } = useTranslation('reader')
  const localized = useLocalized()
  return (
    <section className="facts" aria-labelledby="facts-heading">
      <h2 id="facts-heading" className="facts__heading">
        {t('facts.heading')}
      </h2>
      <dl className="facts__list">
        <Fact name={t('facts.status')}>{t(`status.${facts.status}`)}</Fact>
        <Fact name={t('facts.responsibleUnit')}>{localized(facts.responsibleUnit)}</Fact>
        <Fact name={t('facts.contact')}>{facts.contact}</Fact>
        <Fact name={t('facts.partners')}>{facts.partners.map(localized).join(', ')}</Fact>
        <Fact name={t('facts.place')}>{localized(facts.place)}</Fact>
        <Fact name={t('facts.duration')}>{localized(facts.duration)}</Fact>
        <Fact name={t('facts.cost')}>{localized(facts.cost)}</Fact>
        <Fact name={t('facts.funding')}>{localized(facts.funding)}</Fact>
        <Fact name={t('facts.themes')}>{facts.themes.map(localized).join(', ')}</Fact>
      </dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return children === '' ? null : (
    <div className="facts__fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
