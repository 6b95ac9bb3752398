import { renewReceipt } from '@randnotiz/contract/accounts/endpoints'
import { CommandId } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../../../platform/platform-context.js'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { useInBrowser } from '../../../platform/use-in-browser.js'
import { keepReceipt, useKeptReceipt } from './kept-receipt.js'
import { ReceiptCard } from './receipt-card.js'

/** A guest's own receipt, as long as this window knows the code; afterwards a new one can be had. */
export function OwnReceipt({ pseudonym }: { pseudonym: string }) {
  const { t } = useTranslation('accounts')
  const { call } = usePlatform()
  const refusalText = useRefusalText()
  const inBrowser = useInBrowser()
  const kept = useKeptReceipt()
  const [problem, setProblem] = useState<string | null>(null)
  const commandId = useRef<CommandId | null>(null)

  async function renew() {
    // The same until there is an answer: asked again it gives the same code.
    commandId.current ??= CommandId.parse(crypto.randomUUID())
    const body = { commandId: commandId.current }
    const renewed = await call(renewReceipt, { params: {}, query: {}, body })
    if (!renewed.ok) return setProblem(refusalText(renewed.refusal))
    commandId.current = null
    keepReceipt(renewed.value.receipt)
  }

  if (inBrowser && kept !== null) return <ReceiptCard code={kept.code} pseudonym={pseudonym} />
  return (
    <div className="receipt">
      <p>{t('receipt.lost')}</p>
      {problem !== null && (
        <Notice tone="problem" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      <div className="receipt__actions">
        <Button look="secondary" size="small" disabled={!inBrowser} onClick={() => void renew()}>
          {t('receipt.renew')}
        </Button>
      </div>
    </div>
  )
}
