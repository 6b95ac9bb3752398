import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnsentContribution } from './device.js'
import type { HallState } from './hall-client.js'
import { useHallContext } from './use-hall.js'

/** Contributions that came too late: their words, to be copied, until whoever wrote them lets them go. */
export function ReturnedWords({ state: { returned } }: { state: HallState }) {
  const { t } = useTranslation('workshops')
  if (returned.length === 0) return null
  return (
    <Notice className="hall__returned">
      <p>
        <strong>{t('hall.returned.title', { count: returned.length })}</strong>
      </p>
      {returned.map(contribution => (
        <Returned key={contribution.commandId} contribution={contribution} />
      ))}
    </Notice>
  )
}

function Returned({ contribution: { commandId, body, replacement } }: { contribution: UnsentContribution }) {
  const { t } = useTranslation('workshops')
  const { client } = useHallContext()
  const [isCopied, setIsCopied] = useState(false)
  const words = replacement === null ? body : `${replacement}\n\n${body}`
  const copy = () => navigator.clipboard?.writeText(words).then(() => setIsCopied(true))
  return (
    <div className="hall__returned-words">
      <p lang="de">{words}</p>
      <div className="hall__returned-ways">
        <Button size="small" onClick={() => void copy()}>
          {t('hall.returned.copy')}
        </Button>
        <Button size="small" look="quiet" onClick={() => client.discardReturned(commandId)}>
          {t('hall.returned.discard')}
        </Button>
      </div>
      <p role="status">{isCopied && t('hall.returned.copied')}</p>
    </div>
  )
}
