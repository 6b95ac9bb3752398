import type { ProcessChange } from '@randnotiz/contract/publishing/settings'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../../../platform/i18n/formats.js'
import { useLanguage, useLocalized } from '../../../platform/i18n/use-language.js'

/** Who has changed what about the process, the newest first. */
export function ChangeList({ changes }: { changes: readonly ProcessChange[] }) {
  const { t } = useTranslation('settings')
  const language = useLanguage()
  return (
    <section className="process-settings__part" aria-labelledby="change-list">
      <h2 id="change-list">{t('log.title')}</h2>
      {changes.length === 0 && <p>{t('log.none')}</p>}
      <ol className="change-list">
        {changes.map(({ at, by, entries }) => (
          <li key={`${at} ${by} ${entries[0]?.part}`}>
            <p>
              <strong>{t('log.by', { by, moment: formatDateTime(at, language) })}</strong>
            </p>
            {entries.map(entry => (
              <Entry key={entry.part} entry={entry} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Entry({ entry: { part, about, before, after } }: { entry: ProcessChange['entries'][number] }) {
  const { t } = useTranslation('settings')
  const localized = useLocalized()
  return (
    <details>
      <summary>
        {t(`log.parts.${part}`)}
        {about && `: ${localized(about)}`}
      </summary>
      <dl className="change-list__values">
        <dt>{t('log.before')}</dt>
        <dd>{before}</dd>
        <dt>{t('log.after')}</dt>
        <dd>{after}</dd>
      </dl>
    </details>
  )
}
