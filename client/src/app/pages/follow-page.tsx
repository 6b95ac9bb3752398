import type { FollowSubject } from '@randnotiz/contract/accounts/following'
import type { LocalizedText } from '@randnotiz/contract/kit/wire-values'
import { buttonClass } from '@randnotiz/ui/button-class'
import { Card } from '@randnotiz/ui/card'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { signInAddress } from '../../features/accounts/addresses.js'
import { ConfirmFollowing } from '../../features/accounts/following/confirm-following.js'
import { FollowButton } from '../../features/accounts/following/follow-button.js'
import { FollowByMailForm } from '../../features/accounts/following/follow-by-mail-form.js'
import { followAddress } from '../../features/accounts/following/following-questions.js'
import { homeQuestion } from '../../features/publishing/home-question.js'
import { useLocalized } from '../../platform/i18n/use-language.js'
import { useAnswer } from '../../platform/question.js'
import { useViewer } from '../../platform/viewer.js'
import { Refused } from '../layout/refused.js'
import '../../features/accounts/following/following.css'

/** How to follow a process or a text, with an account or by an address alone. */
export default function FollowPage() {
  const { t } = useTranslation('following')
  const [search] = useSearchParams()
  const token = search.get('token')
  if (token !== null)
    return (
      <div className="column page">
        <h1>{t('confirm.title')}</h1>
        <ConfirmFollowing token={token} />
      </div>
    )
  return <Ways slug={search.get('text')} />
}

type Named = { subject: FollowSubject; title: LocalizedText; slug?: string }

function Ways({ slug }: { slug: string | null }) {
  const home = useAnswer(homeQuestion)
  if (!home.ok) return <Refused refusal={home.refusal} />
  const { process, documents } = home.value
  if (slug === null)
    return <Choice of={{ subject: { kind: 'process', id: process.id }, title: process.title }} />
  const document = documents.find(one => one.slug === slug)
  if (document === undefined) return <Refused refusal={{ code: 'documents/unknown' }} />
  return <Choice of={{ subject: { kind: 'document', id: document.id }, title: document.title, slug }} />
}

function Choice({ of }: { of: Named }) {
  const { t } = useTranslation('following')
  const localized = useLocalized()
  const viewer = useViewer()
  return (
    <div className="column page">
      <h1>{t('page.title')}</h1>
      <p className="lead">{t(`page.intro.${of.subject.kind}`, { title: localized(of.title) })}</p>
      <div className="follow-ways">
        <Card as="section" className="follow-way">
          <h2>{t('page.byMail')}</h2>
          <p>{t('page.byMailText')}</p>
          <FollowByMailForm subject={of.subject} />
          <p className="field__hint">{t('page.privacy')}</p>
        </Card>
        <Card as="section" className="follow-way">
          <h2>{t('page.byAccount')}</h2>
          <p>{t('page.byAccountText')}</p>
          <p>
            {viewer.kind === 'anonymous' ? (
              <Link to={signInAddress(followAddress(of.slug))} className={buttonClass({ look: 'secondary' })}>
                {t('page.signIn')}
              </Link>
            ) : (
              <FollowButton subject={of.subject} />
            )}
          </p>
        </Card>
      </div>
    </div>
  )
}
