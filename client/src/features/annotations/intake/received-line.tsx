import type { Received } from '@randnotiz/contract/annotations/channel'
import { useTranslation } from 'react-i18next'
import { formatDate } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'

/** How something came that was not written here. */
export function ReceivedLine({ received }: { received: Received | null }) {
  const { t } = useTranslation('intake')
  const language = useLanguage()
  if (received === null) return null
  return (
    <p className="note__source">
      {t(`received.${received.channel}`, { date: formatDate(`${received.on}T12:00:00.000Z`, language) })}
    </p>
  )
}
