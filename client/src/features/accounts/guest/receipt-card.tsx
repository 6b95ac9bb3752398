import type { ReceiptCode } from '@randnotiz/contract/accounts/guest'
import { Button } from '@randnotiz/ui/button'
import { Copy, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QrCode } from './qr-code.js'
import { receiptAddress } from './receipt-address.js'
import './receipt.css'

type Props = { code: ReceiptCode; pseudonym: string }

/** A guest's way back: the code in large letters, a link as a picture; to be copied or printed. */
export function ReceiptCard({ code, pseudonym }: Props) {
  const { t } = useTranslation('accounts')
  const [copied, setCopied] = useState(false)
  const address = receiptAddress(window.location.origin, code)

  async function copy() {
    await navigator.clipboard.writeText(t('receipt.asText', { pseudonym, code, address }))
    setCopied(true)
  }

  return (
    <section className="receipt" aria-label={t('receipt.title')}>
      <p className="receipt__name">{t('receipt.of', { pseudonym })}</p>
      <p className="receipt__code">
        <code>{code}</code>
      </p>
      <div className="receipt__link">
        <QrCode text={address} label={t('receipt.qr')} />
        <p>{t('receipt.howTo', { address: `${window.location.host}/beleg` })}</p>
      </div>
      <div className="receipt__actions">
        <Button look="secondary" size="small" onClick={() => void copy()}>
          <Copy aria-hidden="true" size={18} />
          {copied ? t('receipt.copied') : t('receipt.copy')}
        </Button>
        <Button look="secondary" size="small" onClick={printReceipt}>
          <Printer aria-hidden="true" size={18} />
          {t('receipt.print')}
        </Button>
      </div>
      <p className="visually-hidden" role="status">
        {copied ? t('receipt.copied') : ''}
      </p>
    </section>
  )
}

/** Only the receipt goes onto the paper. */
function printReceipt() {
  const { dataset } = document.documentElement
  dataset.print = 'receipt'
  window.addEventListener('afterprint', () => delete dataset.print, { once: true })
  window.print()
}
