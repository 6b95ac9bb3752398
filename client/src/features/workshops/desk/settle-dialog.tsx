import type { AgendaItem } from '@randnotiz/contract/workshops/session'
import { isVoteOpen } from '@randnotiz/domain/workshops/agenda-item'
import { isPossible } from '@randnotiz/domain/workshops/step-moves'
import { Button } from '@randnotiz/ui/button'
import { Dialog } from '@randnotiz/ui/dialog'
import { TextArea } from '@randnotiz/ui/text-area'
import { CheckCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeskContext } from './use-desk.js'

/** Ends a step with a sentence about what it has led to; that sentence stands in the minutes. */
export function SettleDialog({ item }: { item: AgendaItem }) {
  const { t } = useTranslation('workshops')
  const { move } = useDeskContext()
  const [open, setOpen] = useState(false)
  const [words, setWords] = useState('')
  if (!isPossible('settleStep', item.status.state) || isVoteOpen(item)) return null
  const settle = async () => {
    const conclusion = words.trim() || null
    if (await move({ move: 'settleStep', stepId: item.step.id, conclusion })) setOpen(false)
  }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        <CheckCheck aria-hidden="true" />
        {t('deed.settle')}
      </Button>
      <Dialog
        open={open}
        title={t('settle.title')}
        closeLabel={t('close')}
        onClose={() => setOpen(false)}
        actions={
          <Button look="primary" onClick={() => void settle()}>
            {t('deed.settle')}
          </Button>
        }
      >
        <TextArea
          label={t('settle.conclusion')}
          hint={t('settle.hint')}
          value={words}
          maxLength={2_000}
          onChange={event => setWords(event.target.value)}
        />
      </Dialog>
    </>
  )
}
