import type { NewsMove } from '@randnotiz/contract/publishing/news'
import { momentOfTownTime } from '@randnotiz/domain/publishing/town-time'
import { Button } from '@randnotiz/ui/button'
import { Dialog } from '@randnotiz/ui/dialog'
import { RadioGroup } from '@randnotiz/ui/radio-group'
import { TextField } from '@randnotiz/ui/text-field'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { onMove(move: NewsMove): void; onClose(): void }

/** Now, or at a moment of the town. */
export function PublishNewsDialog({ onMove, onClose }: Props) {
  const { t } = useTranslation('news')
  const formId = useId()
  const [when, setWhen] = useState<'now' | 'later'>('now')
  const [time, setTime] = useState('')
  const [tried, setTried] = useState(false)
  const publishAt = momentOfTownTime(time)

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (when === 'now') onMove({ move: 'publish' })
    else if (publishAt !== null) onMove({ move: 'schedule', publishAt })
  }

  return (
    <Dialog
      open
      title={t('publish.title')}
      closeLabel={t('publish.cancel')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('publish.cancel')}</Button>
          <Button type="submit" form={formId} look="primary">
            {t(when === 'now' ? 'publish.submit' : 'publish.schedule')}
          </Button>
        </>
      }
    >
      <form id={formId} className="publish-form" onSubmit={submit} noValidate>
        <RadioGroup<'now' | 'later'>
          legend={t('publish.when')}
          value={when}
          onChange={setWhen}
          options={[
            { value: 'now', label: t('publish.now'), description: t('publish.nowExplained') },
            { value: 'later', label: t('publish.later'), description: t('publish.laterExplained') },
          ]}
        />
        {when === 'later' && (
          <TextField
            label={t('publish.moment')}
            type="datetime-local"
            value={time}
            error={tried && publishAt === null ? t('publish.momentMissing') : null}
            onChange={event => setTime(event.target.value)}
          />
        )}
      </form>
    </Dialog>
  )
}
