import type { Breakdown } from '@randnotiz/contract/annotations/participation'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import './participation.css'

type Props = {
  caption: string
  breakdown: Breakdown
  /** `size`: the largest first; else in the order of time. */
  order?: 'size' | 'time'
  labelOf(key: string): string
}

/** A number broken down: a table, with a bar in each row for the eye. Bars print, since they are drawn and not coloured in. */
export function BreakdownTable({ caption, breakdown, order = 'size', labelOf }: Props) {
  const { t } = useTranslation('participation')
  if (breakdown === null)
    return (
      <div className="breakdown">
        <h3 className="breakdown__caption">{caption}</h3>
        <p>{t('tooFew')}</p>
      </div>
    )
  const parts = order === 'time' ? breakdown.parts : breakdown.parts.toSorted((a, b) => b.count - a.count)
  const rows = [
    ...parts.map(({ key, count }) => ({ key, count, label: labelOf(key) })),
    ...(breakdown.rest > 0 ? [{ key: '', count: breakdown.rest, label: t('rest') }] : []),
  ]
  const most = Math.max(...rows.map(({ count }) => count))
  return (
    <table className="breakdown">
      <caption className="breakdown__caption">{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('number')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <BreakdownRow key={row.key} label={row.label} count={row.count} most={most} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { label: string; count: number; most: number }

function BreakdownRow({ label, count, most }: RowProps) {
  const language = useLanguage()
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="breakdown__count">
        {formatNumber(count, language)}
        <svg
          className="breakdown__bar"
          viewBox="0 0 100 8"
          preserveAspectRatio="none"
          aria-hidden="true"
          focusable="false"
        >
          <rect width={Math.max(1, (count / most) * 100)} height="8" />
        </svg>
      </td>
    </tr>
  )
}
