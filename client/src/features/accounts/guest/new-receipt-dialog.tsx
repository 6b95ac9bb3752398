import { Button } from '@randnotiz/ui/button'
import { Dialog } from '@randnotiz/ui/dialog'
import { useTranslation } from 'react-i18next'
import { useInBrowser } from '../../../platform/use-in-browser.js'
import { useViewer } from '../../../platform/viewer.js'
import { markReceiptSeen, useKeptReceipt } from './kept-receipt.js'
import { ReceiptCard } from './receipt-card.js'

/** Hands a new guest the receipt, right after the first contribution has gone out. */
export function NewReceiptDialog() {
  const { t } = useTranslation('accounts')
  const viewer = useViewer()
  const kept = useKeptReceipt()
  const isOpen = useInBrowser() && viewer.kind === 'guest' && kept?.isNew === true
  return (
    <Dialog
      open={isOpen}
      title={t('receipt.title')}
      closeLabel={t('receipt.close')}
      onClose={markReceiptSeen}
      actions={
        <Button look="primary" onClick={markReceiptSeen}>
          {t('receipt.done')}
        </Button>
      }
    >
      {isOpen && (
        <>
          <p>{t('receipt.intro')}</p>
          <ReceiptCard code={kept.code} pseudonym={viewer.pseudonym} />
        </>
      )}
    </Dialog>
  )
}
