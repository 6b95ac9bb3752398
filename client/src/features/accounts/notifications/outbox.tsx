import { getOutboxMail, type OutboxPage } from '@randnotiz/contract/accounts/notice-endpoints'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { formatDateTime } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { useDeed } from '../../../platform/use-deed.js'
import './notices.css'

/** How mails leave this server, and those that stayed here. */
export function OutboxView({ outbox }: { outbox: OutboxPage }) {
  const { t } = useTranslation('notices')
  return (
    <>
      <Notice tone={outbox.delivery === 'smtp' ? 'success' : 'warning'}>
        <p>{t(`outbox.${outbox.delivery}`)}</p>
      </Notice>
      <dl className="outbox__counts">
        {(['waiting', 'sent', 'failed'] as const).map(state => (
          <div key={state}>
            <dt>{t(`outbox.${state}`)}</dt>
            <dd>{outbox[state]}</dd>
          </div>
        ))}
      </dl>
      {outbox.delivery === 'outbox' && <Files files={outbox.files} />}
    </>
  )
}

function Files({ files }: Pick<OutboxPage, 'files'>) {
  const { t } = useTranslation('notices')
  const language = useLanguage()
  const deed = useDeed(getOutboxMail)
  const [open, setOpen] = useState<{ name: string; source: string } | null>(null)

  async function read(name: string) {
    const result = await deed.run({ params: { name } })
    if (result.ok) setOpen({ name, source: result.value.source })
  }

  if (files.length === 0) return <p>{t('outbox.none')}</p>
  return (
    <section aria-labelledby="outbox-files">
      <h2 id="outbox-files">{t('outbox.files')}</h2>
      <DeedProblem state={deed.state} />
      <ul className="notices">
        {files.map(({ name, writtenAt }) => (
          <li key={name}>
            <Button
              look="quiet"
              size="small"
              aria-expanded={open?.name === name}
              onClick={() => (open?.name === name ? setOpen(null) : void read(name))}
            >
              {t('outbox.read', { date: formatDateTime(writtenAt, language) })}
            </Button>
            {open?.name === name && <pre className="outbox__source">{open.source}</pre>}
          </li>
        ))}
      </ul>
    </section>
  )
}
