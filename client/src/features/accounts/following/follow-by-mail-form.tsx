import { FollowCadence, type FollowSubject } from '@randnotiz/contract/accounts/following'
import { followByMail } from '@randnotiz/contract/accounts/following-endpoints'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { Select } from '@randnotiz/ui/select'
import { TextField } from '@randnotiz/ui/text-field'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { useDeed } from '../../../platform/use-deed.js'

const looksLikeMail = (email: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())

/** An address and how often; nothing is kept before its owner has followed the link. */
export function FollowByMailForm({ subject }: { subject: FollowSubject }) {
  const { t } = useTranslation('following')
  const language = useLanguage()
  const deed = useDeed(followByMail)
  const [email, setEmail] = useState('')
  const [cadence, setCadence] = useState<FollowCadence>('weekly')
  const [step, setStep] = useState<'writing' | 'tried' | 'sent'>('writing')

  async function send(event: FormEvent) {
    event.preventDefault()
    setStep('tried')
    if (!looksLikeMail(email)) return
    const sent = await deed.run({ body: { email: email.trim(), subject, cadence, language } })
    if (sent.ok) setStep('sent')
  }

  if (step === 'sent') return <Notice tone="success" role="status" title={t('page.sent')} />
  return (
    <form onSubmit={event => void send(event)} noValidate>
      <TextField
        label={t('page.email')}
        type="email"
        autoComplete="email"
        value={email}
        error={step === 'tried' && !looksLikeMail(email) ? t('page.emailWrong') : null}
        onChange={event => setEmail(event.target.value)}
      />
      <Select
        label={t('page.cadence')}
        value={cadence}
        onChange={event => setCadence(FollowCadence.parse(event.target.value))}
        options={FollowCadence.options.map(value => ({ value, label: t(`page.cadences.${value}`) }))}
      />
      <DeedProblem state={deed.state} />
      <div className="form-actions">
        <Button type="submit" look="primary" busy={deed.state.type === 'under-way' ? t('underWay') : null}>
          {t('page.send')}
        </Button>
      </div>
    </form>
  )
}
