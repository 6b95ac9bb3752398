import { AnnotationId } from '@randnotiz/contract/kit/ids'
import { personIdOf } from '@randnotiz/domain/accounts/person'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { ownContributionsPath, signUpAddress } from '../../features/accounts/addresses.js'
import { EraseAccount } from '../../features/accounts/erasing/erase-account.js'
import { OwnReceipt } from '../../features/accounts/guest/own-receipt.js'
import { receiptPath } from '../../features/accounts/guest/receipt-address.js'
import { OwnContribution } from '../../features/annotations/own/own-contribution.js'
import { ownContributionsQuestion } from '../../features/annotations/own/own-contributions-question.js'
import { useAnswer } from '../../platform/question.js'
import { useViewer } from '../../platform/viewer.js'
import { Refused } from '../layout/refused.js'
import './own-contributions-page.css'

/** Everything somebody has written, with an account or as a guest, and what became of it. */
export default function OwnContributionsPage() {
  const { t } = useTranslation('annotations')
  const { t: ofAccounts } = useTranslation('accounts')
  const viewer = useViewer()
  const [query] = useSearchParams()
  const before = AnnotationId.safeParse(query.get('before')).data
  const answer = useAnswer(ownContributionsQuestion(before))
  const viewerId = personIdOf(viewer)
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  const { contributions, next } = answer.value
  return (
    <div className="own-page">
      <h1>{ofAccounts('menu.own')}</h1>
      {viewer.kind === 'guest' && <GuestWays pseudonym={viewer.pseudonym} />}
      {contributions.length === 0 && <p>{t('mine.none')}</p>}
      {viewerId !== null && (
        <ol className="own-list">
          {contributions.map(own => (
            <li key={own.annotation.id}>
              <OwnContribution own={own} viewerId={viewerId} />
            </li>
          ))}
        </ol>
      )}
      {next !== null && <a href={`${ownContributionsPath}?before=${next}`}>{t('mine.older')}</a>}
      {viewer.kind === 'account' && (
        <p>
          {t('mine.fromGuest')} <Link to={receiptPath}>{ofAccounts('receipt.enter')}</Link>
        </p>
      )}
      <EraseAccount viewer={viewer} />
    </div>
  )
}

function GuestWays({ pseudonym }: { pseudonym: string }) {
  const { t } = useTranslation('annotations')
  const { t: ofAccounts } = useTranslation('accounts')
  return (
    <aside className="own-page__receipt" aria-label={ofAccounts('receipt.title')}>
      <OwnReceipt pseudonym={pseudonym} />
      <p>
        {t('mine.keep')} <Link to={signUpAddress(ownContributionsPath)}>{ofAccounts('signUp.title')}</Link>
      </p>
    </aside>
  )
}
