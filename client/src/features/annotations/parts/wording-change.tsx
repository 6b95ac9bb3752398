import { useTranslation } from 'react-i18next'

/** A proposed wording, old above new. */
export function WordingChange({ before, after }: { before: string; after: string }) {
  const { t } = useTranslation('annotations')
  return (
    <dl className="wording-change">
      <dt>{t('card.old')}</dt>
      <dd>
        <del>{before}</del>
      </dd>
      <dt>{t('card.new')}</dt>
      <dd>
        <ins>{after}</ins>
      </dd>
    </dl>
  )
}
