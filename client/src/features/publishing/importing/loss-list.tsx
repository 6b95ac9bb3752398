import { type Loss, LossKind } from '@randnotiz/contract/publishing/text-file'
import { Notice } from '@randnotiz/ui/notice'
import { useTranslation } from 'react-i18next'

type Props = { losses: readonly Loss[]; leftOut: number }

/** What of a file cannot be kept: kind by kind, with its place and its words. */
export function LossList({ losses, leftOut }: Props) {
  const { t } = useTranslation('textImport')
  const kinds = LossKind.options.filter(kind => losses.some(loss => loss.kind === kind))
  return (
    <section className="text-import__part" aria-labelledby="losses">
      <h2 id="losses">{t('losses.title')}</h2>
      {kinds.length === 0 && (
        <Notice tone="success">
          <p>{t('losses.none')}</p>
        </Notice>
      )}
      <ul className="losses">
        {kinds.map(kind => (
          <Kind key={kind} kind={kind} losses={losses.filter(loss => loss.kind === kind)} />
        ))}
      </ul>
      {leftOut > 0 && <p>{t('losses.more', { count: leftOut })}</p>}
    </section>
  )
}

function Kind({ kind, losses }: { kind: LossKind; losses: readonly Loss[] }) {
  const { t } = useTranslation('textImport')
  return (
    <li className="losses__kind">
      <h3>
        {t(`losses.kind.${kind}.title`)} <span className="losses__count">({losses.length})</span>
      </h3>
      <p>{t(`losses.kind.${kind}.text`)}</p>
      <ul className="losses__places">
        {losses.map(({ under, words, count }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={place}>
            {words !== '' && <q lang="de">{words}</q>}{' '}
            <span className="losses__place">
              {under === null ? t('losses.atStart') : t('losses.under', { heading: under })}
              {count > 1 && `, ${t('losses.times', { count })}`}
            </span>
          </li>
        ))}
      </ul>
    </li>
  )
}
