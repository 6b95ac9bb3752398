import { CommandId } from '@randnotiz/contract/kit/ids'
import type { Refusal } from '@randnotiz/contract/kit/refusals'
import type { Release, VersionList } from '@randnotiz/contract/publishing/release'
import { publishRelease } from '@randnotiz/contract/publishing/version-endpoints'
import { Button } from '@randnotiz/ui/button'
import { Dialog } from '@randnotiz/ui/dialog'
import { Notice } from '@randnotiz/ui/notice'
import { TextArea } from '@randnotiz/ui/text-area'
import { TextField } from '@randnotiz/ui/text-field'
import { type SubmitEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../../../platform/platform-context.js'
import { useRefusalText } from '../../../platform/refusal-text.js'

type Props = { list: VersionList; onPublished(release: Release): void; onClose(): void }
type Sending = { step: 'writing'; refusal: Refusal | null } | { step: 'sending' }

/** Asks for a title and a few sentences, and publishes the live text. */
export function PublishDialog({ list, onPublished, onClose }: Props) {
  const { t } = useTranslation('versions')
  const { call } = usePlatform()
  const refusalText = useRefusalText()
  const formId = useId()
  const [title, setTitle] = useState('')
  const [summary, setSummary] = useState('')
  const [tried, setTried] = useState(false)
  const [sending, setSending] = useState<Sending>({ step: 'writing', refusal: null })
  // One deed, however often it is sent.
  const commandId = useRef(CommandId.parse(crypto.randomUUID()))
  const after = list.releases[0]?.number ?? 0

  const publish = async (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (title.trim() === '' || sending.step === 'sending') return
    setSending({ step: 'sending' })
    const answer = await call(publishRelease, {
      params: { documentId: list.document.id },
      query: {},
      body: { commandId: commandId.current, title, summary, after },
    })
    if (answer.ok) return onPublished(answer.value)
    // Another wording is another deed; one that got no answer is still the same.
    if (answer.refusal.code !== 'server/unavailable') commandId.current = CommandId.parse(crypto.randomUUID())
    setSending({ step: 'writing', refusal: answer.refusal })
  }
  const actions = (
    <>
      <Button onClick={onClose}>{t('publishing.cancel')}</Button>
      <Button
        type="submit"
        form={formId}
        look="primary"
        busy={sending.step === 'sending' ? t('publishing.busy') : null}
      >
        {t('publishing.submit')}
      </Button>
    </>
  )
  return (
    <Dialog
      open
      title={t('publishing.title', { number: after + 1 })}
      closeLabel={t('publishing.cancel')}
      onClose={onClose}
      actions={actions}
    >
      <form id={formId} className="publish-form" noValidate onSubmit={publish}>
        <p>{t('publishing.explained')}</p>
        <TextField
          label={t('publishing.name')}
          hint={t('publishing.nameHint')}
          error={tried && title.trim() === '' ? t('publishing.nameMissing') : null}
          lang="de"
          maxLength={120}
          value={title}
          onChange={event => setTitle(event.target.value)}
        />
        <TextArea
          label={t('publishing.summary')}
          hint={t('publishing.summaryHint')}
          lang="de"
          maxLength={2_000}
          value={summary}
          onChange={event => setSummary(event.target.value)}
        />
        {sending.step === 'writing' && sending.refusal && (
          <Notice tone="problem" role="alert">
            {refusalText(sending.refusal)}
          </Notice>
        )}
      </form>
    </Dialog>
  )
}
