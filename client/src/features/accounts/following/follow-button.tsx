import type { FollowSubject } from '@randnotiz/contract/accounts/following'
import { Button } from '@randnotiz/ui/button'
import { buttonClass } from '@randnotiz/ui/button-class'
import { Bell, BellRing } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useViewer } from '../../../platform/viewer.js'
import { followAddress } from './following-questions.js'
import { isFollowed, useFollowing } from './use-following.js'

type Props = { subject: FollowSubject; slug?: string }

/** One press for whoever is known; a way to leave an address for everybody else. `slug` is that of a text. */
export function FollowButton({ subject, slug }: Props) {
  const { t } = useTranslation('following')
  const viewer = useViewer()
  const { followed, state, set } = useFollowing()
  if (viewer.kind === 'anonymous')
    return (
      <Link to={followAddress(slug)} className={buttonClass({ size: 'small', look: 'secondary' })}>
        <Bell aria-hidden="true" />
        {t('follow')}
      </Link>
    )
  const follows = isFollowed(followed, subject)
  const Icon = follows ? BellRing : Bell
  return (
    <>
      <Button
        size="small"
        look="secondary"
        aria-pressed={follows}
        busy={state.type === 'under-way' ? t('underWay') : null}
        onClick={() => set(subject, !follows)}
      >
        <Icon aria-hidden="true" />
        {t(follows ? 'following' : 'follow')}
      </Button>
      <DeedProblem state={state} />
    </>
  )
}
