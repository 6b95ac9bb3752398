import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'

export type CountedPart = { key: string; label: string; count: number }

type Props = { title: string; hint?: string; parts: readonly CountedPart[] }

/**
 * A table whose rows are drawn as bars too: who cannot see the bars, or prints them in grey, reads the same numbers in the
 * same place.
 */
export function CountChart({ title, hint, parts }: Props) {
  const { t } = useTranslation('numbers')
  const language = useLanguage()
  const id = useId()
  const sum = parts.reduce((all, { count }) => all + count, 0)
  const most = Math.max(1, ...parts.map(({ count }) => count))
  const share = (count: number) => `${formatNumber(Math.round((count / Math.max(1, sum)) * 100), language)} %`
  return (
    <section className="count-chart" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint !== undefined && <p>{hint}</p>}
      {parts.length === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <table aria-labelledby={id}>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{t('column.part')}</th>
              <th scope="col">{t('column.count')}</th>
              <th scope="col">{t('column.share')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ key, label, count }) => (
              <tr key={key}>
                <th scope="row">
                  {label}
                  <Bar part={count / most} />
                </th>
                <td className="count-chart__count">{formatNumber(count, language)}</td>
                <td className="count-chart__share">{share(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Of 100 wide; what it shows stands beside it in words. */
function Bar({ part }: { part: number }) {
  return (
    <svg className="count-chart__bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="count-chart__room" x="0" y="0" width="100" height="6" />
      <rect className="count-chart__part" x="0" y="0" width={part * 100} height="6" />
    </svg>
  )
}
