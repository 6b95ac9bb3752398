import type { Contribution } from '@randnotiz/contract/workshops/contributions'
import { Button } from '@randnotiz/ui/button'
import { Dialog } from '@randnotiz/ui/dialog'
import { TextField } from '@randnotiz/ui/text-field'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeskContext } from './use-desk.js'

/** Nothing is kept from the hall without a reason: it stands in the minutes. */
export function HoldBackDialog({
  contribution,
  onClose,
}: {
  contribution: Contribution | null
  onClose(): void
}) {
  const { t } = useTranslation('workshops')
  const { move } = useDeskContext()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  async function hold() {
    const words = reason.trim()
    setMissing(words === '')
    if (words === '' || contribution === null) return
    if (await move({ move: 'holdBack', annotationId: contribution.id, reason: words })) {
      setReason('')
      onClose()
    }
  }
  return (
    <Dialog
      open={contribution !== null}
      title={t('stream.hold')}
      closeLabel={t('close')}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={() => void hold()}>
          {t('stream.hold')}
        </Button>
      }
    >
      <blockquote>{contribution?.body}</blockquote>
      <TextField
        label={t('stream.reason')}
        hint={t('stream.reasonHint')}
        value={reason}
        maxLength={500}
        error={missing ? t('stream.reasonMissing') : null}
        onChange={event => setReason(event.target.value)}
      />
    </Dialog>
  )
}
