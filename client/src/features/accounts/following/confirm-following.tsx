import { confirmFollowing } from '@randnotiz/contract/accounts/following-endpoints'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useDeed } from '../../../platform/use-deed.js'

/** What the link of the mail asks for is done by a press, because mail programs follow links by themselves. */
export function ConfirmFollowing({ token }: { token: string }) {
  const { t } = useTranslation('following')
  const deed = useDeed(confirmFollowing)
  const [manage, setManage] = useState<string | null>(null)
  const confirm = async () => {
    const confirmed = await deed.run({ body: { token } })
    if (confirmed.ok) setManage(confirmed.value.manage)
  }
  if (manage !== null)
    return (
      <>
        <Notice tone="success" role="status" title={t('confirm.done')} />
        <p>
          <a href={`/abonnement?token=${manage}`}>{t('confirm.manage')}</a>
        </p>
      </>
    )
  return (
    <>
      <p className="lead">{t('confirm.text')}</p>
      <DeedProblem state={deed.state} />
      <p>
        <Button
          look="primary"
          busy={deed.state.type === 'under-way' ? t('underWay') : null}
          onClick={() => void confirm()}
        >
          {t('confirm.action')}
        </Button>
      </p>
    </>
  )
}
