import type { Release, VersionList } from '@randnotiz/contract/publishing/release'
import { VersionName } from '@randnotiz/contract/publishing/version'
import { Button } from '@randnotiz/ui/button'
import { buttonClass } from '@randnotiz/ui/button-class'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDate, formatNumber } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import type { Restorable } from '../rewriting/restore-dialog.js'
import { comparisonAddress, dayAddress, releaseAddress } from './addresses.js'
import { dateOfDay } from './version-name.js'

type Props = { list: VersionList; onRestore(restorable: Restorable): void }

/** Every release, newest first. */
export function ReleaseList({ list, onRestore }: Props) {
  const { t } = useTranslation('versions')
  if (list.releases.length === 0) return <p className="release-list__none">{t('none')}</p>
  return (
    <ol className="release-list">
      {list.releases.map(release => (
        <ReleaseItem key={release.id} release={release} list={list} onRestore={onRestore} />
      ))}
    </ol>
  )
}

function ReleaseItem({ release, list, onRestore }: Props & { release: Release }) {
  const { t } = useTranslation('versions')
  const language = useLanguage()
  const { slug } = list.document
  const { number, title, summary, createdAt, words } = release
  const small = buttonClass({ size: 'small' })
  return (
    <li className="release-item">
      <p className="release-item__number" aria-hidden="true">
        {number}
      </p>
      <div className="release-item__body">
        <h2 className="release-item__title">
          <Link to={releaseAddress(slug, number)}>
            <span className="visually-hidden">{t('number', { number })}: </span>
            <span lang="de">{title}</span>
          </Link>
        </h2>
        <p className="release-item__meta">
          {t('released', { date: formatDate(createdAt, language) })} ·{' '}
          {t('words', { words: formatNumber(words, language) })}
        </p>
        {summary !== '' && (
          <p className="release-item__summary" lang="de">
            {summary}
          </p>
        )}
        <div className="release-item__ways">
          <Link to={releaseAddress(slug, number)} className={small}>
            {t('read')}
          </Link>
          {number > 1 && (
            <Link to={comparisonAddress(slug, { from: number - 1, to: number })} className={small}>
              {t('compareBefore', { number: number - 1 })}
            </Link>
          )}
          {list.permissions.edit && (
            <Button
              look="quiet"
              size="small"
              onClick={() =>
                onRestore({ version: VersionName.parse(String(number)), title: t('number', { number }) })
              }
            >
              {t('restore')}
              <span className="visually-hidden"> {t('number', { number })}</span>
            </Button>
          )}
        </div>
      </div>
    </li>
  )
}

/** How the text ended the days between its releases; for staff. */
export function DayList({ list, onRestore }: Props) {
  const { t } = useTranslation('versions')
  const language = useLanguage()
  const { slug } = list.document
  return (
    <section className="day-list">
      <h2>{t('days.title')}</h2>
      <p>{t('days.explained')}</p>
      {list.days.length === 0 && <p>{t('days.none')}</p>}
      <ol className="day-list__days">
        {list.days.map(({ day, words }) => {
          const date = dateOfDay(day, { t, language })
          return (
            <li key={day} className="day-list__day">
              <Link to={dayAddress(slug, day)} className="day-list__date">
                {date}
              </Link>
              <span className="day-list__words">{t('words', { words: formatNumber(words, language) })}</span>
              <Link
                to={comparisonAddress(slug, { from: day, to: 'live' })}
                className={buttonClass({ look: 'quiet', size: 'small' })}
              >
                {t('compareLive')}
                <span className="visually-hidden"> ({date})</span>
              </Link>
              {list.permissions.edit && (
                <Button
                  look="quiet"
                  size="small"
                  onClick={() => onRestore({ version: VersionName.parse(day), title: t('day', { date }) })}
                >
                  {t('restore')}
                  <span className="visually-hidden"> ({date})</span>
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
