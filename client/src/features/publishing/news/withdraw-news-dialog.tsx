import type { NewsMove } from '@randnotiz/contract/publishing/news'
import { Button } from '@randnotiz/ui/button'
import { Dialog } from '@randnotiz/ui/dialog'
import { TextArea } from '@randnotiz/ui/text-area'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { onMove(move: NewsMove): void; onClose(): void }

/** Asks for the reason that everybody will read. */
export function WithdrawNewsDialog({ onMove, onClose }: Props) {
  const { t } = useTranslation('news')
  const formId = useId()
  const [note, setNote] = useState({ de: '', en: '' })
  const [tried, setTried] = useState(false)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (note.de.trim() !== '') onMove({ move: 'withdraw', note })
  }

  return (
    <Dialog
      open
      title={t('withdraw.title')}
      closeLabel={t('withdraw.cancel')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('withdraw.cancel')}</Button>
          <Button type="submit" form={formId} look="primary">
            {t('withdraw.submit')}
          </Button>
        </>
      }
    >
      <form id={formId} className="publish-form" onSubmit={submit} noValidate>
        <p>{t('withdraw.explained')}</p>
        <TextArea
          label={t('withdraw.note')}
          lang="de"
          maxLength={500}
          value={note.de}
          error={tried && note.de.trim() === '' ? t('withdraw.missing') : null}
          onChange={event => setNote({ ...note, de: event.target.value })}
        />
        <TextArea
          label={t('withdraw.noteEnglish')}
          lang="en"
          maxLength={500}
          value={note.en}
          onChange={event => setNote({ ...note, en: event.target.value })}
        />
      </form>
    </Dialog>
  )
}
