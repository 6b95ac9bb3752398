import type { BallotReceipt } from '@randnotiz/contract/workshops/hall'
import type { StepState } from '@randnotiz/contract/workshops/session'
import type { Vote } from '@randnotiz/contract/workshops/voting'
import { Check, Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatTime } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'

type Props = { receipt: BallotReceipt | null; underWay: boolean; vote: Vote; status: StepState }

/** What has become of one's ballot. `stored` is said only when the server has it on its disk. */
export function VoteReceipt({ receipt, underWay, vote, status }: Props) {
  const { t } = useTranslation('workshops')
  const language = useLanguage()
  const isOpen = status.state === 'open'
  return (
    <div className="ballot__receipt" role="status">
      {receipt !== null && !underWay && (
        <p className="ballot__stored">
          <Check aria-hidden="true" />
          {t(isOpen ? 'vote.stored' : 'vote.counted', { time: formatTime(receipt.castAt, language) })}
        </p>
      )}
      {receipt === null && status.state === 'sealed' && <p>{t('vote.notTaken')}</p>}
      {status.state === 'sealed' && <p>{t('vote.sealed')}</p>}
      <p className="ballot__secrecy">
        <Lock aria-hidden="true" />
        {t(`secrecyLong.${vote.secrecy}`)}
      </p>
    </div>
  )
}
