import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useInBrowser } from '../../platform/use-in-browser.js'
import { problemOf } from './account-form.js'
import type { AccountForm } from './use-account-form.js'
import './account-form.css'

type Props = { form: AccountForm; submit: string; busy: string; children: ReactNode }

/** What both forms have: the sentence above the fields, and the button below them. */
export function AccountFormFrame({ form, submit, busy, children }: Props) {
  const { t } = useTranslation('accounts')
  const inBrowser = useInBrowser()
  const problem = problemOf(form.state, null)
  return (
    // POST, so that a form sent without its script would never put a password into an address.
    <form ref={form.form} className="account-form" method="post" noValidate onSubmit={form.submit}>
      <noscript>
        <Notice tone="warning">
          <p>{t('needsScript')}</p>
        </Notice>
      </noscript>
      {problem !== null && (
        <Notice tone="problem" role="alert" tabIndex={-1}>
          <p>{problem}</p>
        </Notice>
      )}
      {children}
      <Button
        type="submit"
        look="primary"
        disabled={!inBrowser}
        busy={form.state.type === 'ready' ? null : busy}
      >
        {submit}
      </Button>
    </form>
  )
}
