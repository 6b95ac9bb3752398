import { getModerationLog } from '@randnotiz/contract/annotations/moderation/endpoints'
import type { LogPage } from '@randnotiz/contract/annotations/moderation/log'
import { Button } from '@randnotiz/ui/button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { formatDateTime } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { useDeed } from '../../../platform/use-deed.js'
import './moderation.css'

/** Who did what, when and why, the newest first. */
export function LogList({ first }: { first: LogPage }) {
  const { t } = useTranslation('moderation')
  const language = useLanguage()
  const deed = useDeed(getModerationLog)
  const [page, setPage] = useState(first)

  async function older() {
    const before = page.entries.at(-1)?.seq
    const result = await deed.run({ query: before === undefined ? {} : { before } })
    if (result.ok) setPage({ entries: [...page.entries, ...result.value.entries], more: result.value.more })
  }

  if (page.entries.length === 0) return <p>{t('log.empty')}</p>
  return (
    <>
      <ol className="log">
        {page.entries.map(({ seq, at, by, action, why }) => (
          <li key={seq}>
            <p>
              <time dateTime={at} suppressHydrationWarning>
                {formatDateTime(at, language)}
              </time>{' '}
              <strong>{t(`log.action.${action}`)}</strong> · {by ?? t('log.nobody')}
            </p>
            {why !== '' && <p className="log__why">{why}</p>}
          </li>
        ))}
      </ol>
      <DeedProblem state={deed.state} />
      {page.more && (
        <Button look="secondary" size="small" onClick={() => void older()}>
          {t('log.older')}
        </Button>
      )}
    </>
  )
}
