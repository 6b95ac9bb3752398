import { Channel } from '@randnotiz/contract/annotations/channel'
import { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import type { ProcessNumbers as Numbers } from '@randnotiz/contract/answers/numbers'
import { OutcomeKind } from '@randnotiz/contract/answers/outcome'
import { Button } from '@randnotiz/ui/button'
import { useTranslation } from 'react-i18next'
import { formatMonth, formatNumber } from '../../../platform/i18n/formats.js'
import { useLanguage, useLocalized } from '../../../platform/i18n/use-language.js'
import { CountChart, type CountedPart } from './count-chart.js'
import './numbers.css'

/** Contributions and answers of a process, counted in every way that the council asks for. */
export function ProcessNumbers({ numbers }: { numbers: Numbers }) {
  const { t } = useTranslation(['numbers', 'annotations'])
  const language = useLanguage()
  const localized = useLocalized()
  const { kinds, channels, months, chapters, totals } = numbers
  const counted = <Key extends string>(
    keys: readonly Key[],
    counts: Partial<Record<Key, number>>,
    label: (key: Key) => string,
  ): CountedPart[] =>
    keys.flatMap(key => (counts[key] ? [{ key, label: label(key), count: counts[key] }] : []))
  return (
    <div className="numbers">
      <Overview numbers={numbers} />
      <CountChart
        title={t('kinds')}
        parts={counted(AnnotationKind.options, kinds, kind => t(`annotations:kind.${kind}`))}
      />
      <CountChart
        title={t('channels')}
        parts={counted(Channel.options, channels, channel => t(`annotations:finding.channel.${channel}`))}
      />
      <CountChart
        title={t('outcomes')}
        hint={t('outcomesHint')}
        parts={counted(OutcomeKind.options, totals.outcomes, outcome => t(`outcome.${outcome}`))}
      />
      <CountChart
        title={t('months')}
        parts={months.map(({ month, count }) => ({
          key: month,
          label: formatMonth(`${month}-15T12:00:00.000Z`, language),
          count,
        }))}
      />
      <CountChart
        title={t('chapters')}
        parts={chapters.map(({ document, blockId, heading, count }) => ({
          key: `${document.id} ${blockId}`,
          label: `${localized(document.title)}: ${heading ?? t('whole')}`,
          count,
        }))}
      />
      <p className="numbers__print">
        <Button onClick={() => window.print()}>{t('print')}</Button>
      </p>
    </div>
  )
}

function Overview({ numbers: { totals, times } }: { numbers: Numbers }) {
  const { t } = useTranslation('numbers')
  const language = useLanguage()
  const days = (count: number | null) =>
    count === null ? t('totals.none') : t('totals.days', { count, days: formatNumber(count, language) })
  const facts = [
    [t('totals.contributions'), formatNumber(totals.contributions, language)],
    [t('totals.answered'), formatNumber(totals.answered, language)],
    [t('totals.median'), days(times.medianDays)],
    [t('totals.p90'), days(times.p90Days)],
  ] as const
  return (
    <section aria-labelledby="overview">
      <h2 id="overview" className="visually-hidden">
        {t('totals.title')}
      </h2>
      <dl className="numbers__facts">
        {facts.map(([word, number]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{number}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
