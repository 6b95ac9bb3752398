import { claimReceipt, openReceipt } from '@randnotiz/contract/accounts/endpoints'
import { readReceiptCode } from '@randnotiz/domain/accounts/receipt-code'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { TextField } from '@randnotiz/ui/text-field'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../../../platform/platform-context.js'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { useInBrowser } from '../../../platform/use-in-browser.js'
import { useViewer } from '../../../platform/viewer.js'
import { ownContributionsPath } from '../addresses.js'
import { keepReceipt } from './kept-receipt.js'
import { codeOfHash } from './receipt-address.js'
import '../account-form.css'

/**
 * Takes a code from a receipt: a visitor goes on as that guest, an account takes over what the guest has written. The
 * code may come with the address; it is used when somebody says so, never by following a link alone.
 */
export function ReceiptForm() {
  const { t } = useTranslation('accounts')
  const viewer = useViewer()
  const inBrowser = useInBrowser()
  const { code, setCode, problem, busy, submit, field } = useReceiptForm()
  const hasAccount = viewer.kind === 'account'
  return (
    <form className="account-form" method="post" noValidate onSubmit={event => void submit(event)}>
      {viewer.kind === 'guest' && (
        <Notice tone="info">
          <p>{t('receipt.replaces', { pseudonym: viewer.pseudonym })}</p>
        </Notice>
      )}
      <TextField
        ref={field}
        name="receipt"
        label={t('receipt.code')}
        hint={t('receipt.codeHint')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={64}
        value={code}
        error={problem}
        onChange={event => setCode(event.target.value)}
      />
      <Button type="submit" look="primary" disabled={!inBrowser} busy={busy ? t('receipt.opening') : null}>
        {hasAccount ? t('receipt.claim') : t('receipt.open')}
      </Button>
    </form>
  )
}

function useReceiptForm() {
  const { t } = useTranslation('accounts')
  const { call } = usePlatform()
  const refusalText = useRefusalText()
  const viewer = useViewer()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const fromAddress = codeOfHash(window.location.hash)
    if (fromAddress === null) return
    setCode(fromAddress)
    // It should not stay in the address bar for others to see.
    history.replaceState(history.state, '', window.location.pathname)
  }, [])

  async function submit(event: FormEvent) {
    event.preventDefault()
    const receipt = readReceiptCode(code)
    if (receipt === null) return fail(t('receipt.incomplete'))
    setBusy(true)
    const endpoint = viewer.kind === 'account' ? claimReceipt : openReceipt
    const result = await call(endpoint, { params: {}, query: {}, body: { receipt } })
    setBusy(false)
    if (!result.ok) return fail(refusalText(result.refusal))
    if (endpoint === openReceipt) keepReceipt(receipt)
    // Another person's page: nothing of the one before stays in memory.
    window.location.assign(ownContributionsPath)
  }

  function fail(text: string) {
    setProblem(text)
    field.current?.focus()
  }

  return { code, setCode, problem, busy, submit, field }
}
