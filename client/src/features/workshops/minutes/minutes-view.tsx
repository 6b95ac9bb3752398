import type { Minutes } from '@randnotiz/contract/workshops/minutes'
import { minutesPath } from '@randnotiz/contract/workshops/paths'
import { Badge } from '@randnotiz/ui/badge'
import { Button } from '@randnotiz/ui/button'
import { LinkButton } from '@randnotiz/ui/link-button'
import { Notice } from '@randnotiz/ui/notice'
import { Download, Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatDateTime, formatTime } from '../../../platform/i18n/formats.js'
import { useLanguage, useLocalized } from '../../../platform/i18n/use-language.js'
import { useInBrowser } from '../../../platform/use-in-browser.js'
import { MinutesOutcomes } from './minutes-outcomes.js'
import { StepMinutesView } from './step-minutes-view.js'
import './minutes.css'

/** The minutes of a workshop, to be read and to be printed. */
export function MinutesView({ minutes, onChange }: { minutes: Minutes; onChange(): void }) {
  const { t } = useTranslation('workshops')
  return (
    <article className="minutes">
      <header className="minutes__head">
        <p className="minutes__about">{t('minutesPage.about')}</p>
        <h1>{minutes.title}</h1>
        <Ways minutes={minutes} />
      </header>
      {!minutes.final && <Notice title={t('minutesPage.notFinal')} />}
      {minutes.rehearsal && <Notice title={t('minutesPage.rehearsal')} />}
      <Facts minutes={minutes} />
      <MinutesOutcomes minutes={minutes} onChange={onChange} />
      <section aria-labelledby="minutes-steps">
        <h2 id="minutes-steps">{t('minutesPage.steps')}</h2>
        <ol className="minutes__steps">
          {minutes.steps.map(step => (
            <StepMinutesView key={step.id} step={step} minutes={minutes} />
          ))}
        </ol>
      </section>
      <Incidents minutes={minutes} />
      <p className="minutes__trust">{t('minutesPage.trust')}</p>
    </article>
  )
}

const formats = [
  { name: 'PDF', ending: 'pdf' },
  { name: 'Word', ending: 'docx' },
  { name: 'CSV', ending: 'csv' },
  { name: 'JSON', ending: 'json' },
] as const

function Ways({ minutes }: { minutes: Minutes }) {
  const { t } = useTranslation('workshops')
  const alive = useInBrowser()
  const path = minutesPath(minutes.workshopId)
  return (
    <p className="minutes__ways">
      <Badge tone="accent">{t(`phase.${minutes.phase}`)}</Badge>
      {alive && (
        <Button size="small" onClick={() => window.print()}>
          <Printer aria-hidden="true" />
          {t('sheet.print')}
        </Button>
      )}
      {formats.map(({ name, ending }) => (
        <LinkButton key={ending} size="small" look="quiet" href={`${path}.${ending}`} download>
          <Download aria-hidden="true" />
          {name}
        </LinkButton>
      ))}
    </p>
  )
}

function Facts({ minutes }: { minutes: Minutes }) {
  const { t } = useTranslation('workshops')
  const language = useLanguage()
  const localized = useLocalized()
  const { begunAt, endedAt, place, participants, admission, documents, speaking } = minutes
  const { contributed, contributors, tables } = minutes
  return (
    <dl className="minutes__facts">
      {begunAt !== null && (
        <div>
          <dt>{t('minutesPage.when')}</dt>
          <dd>
            {formatDateTime(begunAt, language)}
            {endedAt !== null && ` – ${formatTime(endedAt, language)}`}
          </dd>
        </div>
      )}
      {place !== '' && (
        <div>
          <dt>{t('plan.place')}</dt>
          <dd>{place}</dd>
        </div>
      )}
      <div>
        <dt>{t('minutesPage.participants')}</dt>
        <dd>
          {t('minutesPage.people', { count: participants, admission: t(`admission.${admission}`) })}
          {tables.devices > 0 &&
            `, ${t('minutesPage.tables', { count: tables.devices, people: tables.people })}`}
        </dd>
      </div>
      {contributed > 0 && (
        <div>
          <dt>{t('stream.title')}</dt>
          <dd>{t('minutesPage.contributed', { contributed, count: contributors })}</dd>
        </div>
      )}
      <div>
        <dt>{t('minutesPage.documents')}</dt>
        <dd>
          <ul>
            {documents.map(({ id, slug, title, release }) => (
              <li key={id}>
                <a href={`/texte/${slug}`}>{localized(title)}</a>{' '}
                {release === null ? t('minutesPage.working') : t('minutesPage.release', { number: release })}
              </li>
            ))}
          </ul>
        </dd>
      </div>
      {speaking.turns > 0 && (
        <div>
          <dt>{t('minutesPage.speaking')}</dt>
          <dd>{t('minutesPage.spoken', speaking)}</dd>
        </div>
      )}
    </dl>
  )
}

function Incidents({ minutes }: { minutes: Minutes }) {
  const { t } = useTranslation('workshops')
  const language = useLanguage()
  const { incidents } = minutes
  if (incidents.length === 0) return null
  return (
    <section aria-labelledby="minutes-incidents">
      <h2 id="minutes-incidents">{t('minutesPage.incidents')}</h2>
      <ul className="minutes__incidents">
        {incidents.map(({ at, what, title, reason }) => (
          <li key={`${at} ${what}`}>
            <time dateTime={at}>{formatTime(at, language)}</time>{' '}
            {t(`incident.${what}`, { title: title ?? '' })}
            {reason !== null && ` (${reason})`}
          </li>
        ))}
      </ul>
    </section>
  )
}
