import { Pseudonym } from '@randnotiz/contract/accounts/viewer'
import { IntakeChannel } from '@randnotiz/contract/annotations/channel'
import {
  type IntakeItem,
  intakeNoteLimit,
  keepScan,
  registerIntake,
  scanLimit,
  scanUploadType,
  senderLimit,
} from '@randnotiz/contract/annotations/intake'
import { CommandId, type Slug } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { Field } from '@randnotiz/ui/field'
import { Notice } from '@randnotiz/ui/notice'
import { RadioGroup } from '@randnotiz/ui/radio-group'
import { TextField } from '@randnotiz/ui/text-field'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { sendFile } from '../../../platform/send-file.js'
import { useDeed } from '../../../platform/use-deed.js'

type Props = { slug: Slug; onRegistered(item: IntakeItem): void }

/** What came, how, when and from whom. */
export function RegisterForm({ slug, onRegistered }: Props) {
  const { t } = useTranslation('intake')
  const refusalText = useRefusalText()
  const { state, run } = useDeed(registerIntake)
  const [commandId] = useState(() => CommandId.parse(crypto.randomUUID()))
  const [channel, setChannel] = useState<IntakeChannel>('letter')
  const [receivedOn, setReceivedOn] = useState(() => new Date().toLocaleDateString('sv-SE'))
  const [sender, setSender] = useState('')
  const [named, setNamed] = useState(false)
  const [note, setNote] = useState('')
  const [scan, setScan] = useState<File | null>(null)
  const [mistake, setMistake] = useState<'sender' | 'scan' | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (named && !Pseudonym.safeParse(sender).success) return setMistake('sender')
    if (scan !== null && scan.size > scanLimit) return setMistake('scan')
    setMistake(null)
    const body = { commandId, channel, receivedOn, sender, named, note }
    const answer = await run({ params: { slug }, body })
    if (!answer.ok) return
    const problem = scan === null ? null : await sendScan(answer.value, scan)
    if (problem === null) onRegistered(answer.value)
    else setTrouble(t('scanFailed', { number: answer.value.number, reason: refusalText(problem) }))
  }

  const problem = state.type === 'refused' ? refusalText(state.refusal) : trouble
  return (
    <form className="intake__form" onSubmit={event => void submit(event)} noValidate>
      {problem !== null && (
        <Notice tone="problem" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      <RadioGroup<IntakeChannel>
        legend={t('channelLegend')}
        layout="chips"
        value={channel}
        onChange={setChannel}
        options={IntakeChannel.options.map(value => ({ value, label: t(`channel.${value}`) }))}
      />
      <TextField
        label={t('receivedOn')}
        type="date"
        required
        value={receivedOn}
        onChange={event => setReceivedOn(event.currentTarget.value)}
      />
      <TextField
        label={t('sender')}
        hint={t('senderHint')}
        autoComplete="off"
        maxLength={senderLimit}
        value={sender}
        error={mistake === 'sender' ? t('namedMissing') : null}
        onChange={event => setSender(event.currentTarget.value)}
      />
      <label className="intake__check">
        <input type="checkbox" checked={named} onChange={event => setNamed(event.currentTarget.checked)} />
        {t('named')}
      </label>
      <TextField
        label={t('note')}
        maxLength={intakeNoteLimit}
        value={note}
        onChange={event => setNote(event.currentTarget.value)}
      />
      <Field label={t('scan')} hint={t('scanHint')} error={mistake === 'scan' ? t('scanTooLarge') : null}>
        {control => (
          <input
            {...control}
            className="field__control intake__file"
            type="file"
            accept="application/pdf,image/jpeg,image/png"
            onChange={event => setScan(event.currentTarget.files?.[0] ?? null)}
          />
        )}
      </Field>
      <Button look="primary" type="submit" busy={state.type === 'under-way' ? t('registering') : null}>
        {t('register')}
      </Button>
    </form>
  )
}

/** Null when it is kept. A second attempt of the whole form registers nothing twice. */
async function sendScan(item: IntakeItem, file: File) {
  const { signal } = new AbortController()
  const input = { params: { itemId: item.id }, query: {} }
  const answer = await sendFile(keepScan, input, { file, type: scanUploadType, signal })
  return answer.ok ? null : answer.refusal
}
