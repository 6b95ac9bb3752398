import { eraseAccount } from '@randnotiz/contract/accounts/endpoints'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { isStaff } from '@randnotiz/domain/accounts/permissions'
import { Button } from '@randnotiz/ui/button'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useDeed } from '../../../platform/use-deed.js'
import { useInBrowser } from '../../../platform/use-in-browser.js'
import { PasswordField } from '../password-field.js'
import './erase-account.css'

/** Whoever takes part can be forgotten. Closed until somebody opens it, since nothing leads back. */
export function EraseAccount({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('accounts')
  const inBrowser = useInBrowser()
  const deed = useDeed(eraseAccount)
  if (viewer.kind === 'anonymous' || (viewer.kind === 'account' && isStaff(viewer.role))) return null
  const hasPassword = viewer.kind === 'account'

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('password') ?? '')
    const erased = await deed.run({ body: { password: hasPassword ? password : null } })
    if (!erased.ok) return
    forgetOnDevice()
    // Nothing that this page knows is true any more.
    location.assign('/')
  }

  return (
    <details className="erase-account">
      <summary>{t(`erase.${viewer.kind}`)}</summary>
      <form method="post" noValidate onSubmit={event => void submit(event)}>
        <p>{t('erase.explained')}</p>
        {hasPassword && <PasswordField autoComplete="current-password" error={null} />}
        <DeedProblem state={deed.state} />
        <Button
          type="submit"
          look="secondary"
          disabled={!inBrowser}
          busy={deed.state.type === 'under-way' ? t('erase.busy') : null}
        >
          {t('erase.do')}
        </Button>
      </form>
    </details>
  )
}

/** Drafts and the receipt. */
function forgetOnDevice() {
  try {
    localStorage.clear()
  } catch {
    // Forbidden: nothing was kept.
  }
}
