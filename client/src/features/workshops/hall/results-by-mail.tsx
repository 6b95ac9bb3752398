import type { HallView } from '@randnotiz/contract/workshops/hall'
import { askForResults } from '@randnotiz/contract/workshops/results-mail'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { TextField } from '@randnotiz/ui/text-field'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { useDeed } from '../../../platform/use-deed.js'
import { useHallContext } from './use-hall.js'
import './results-by-mail.css'

const looksLikeMail = (email: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())

/** An address for the results of this one workshop. A rehearsal has none. */
export function ResultsByMail({ hall: { workshopId, rehearsal } }: { hall: HallView }) {
  const { t } = useTranslation('workshops')
  const language = useLanguage()
  const { client } = useHallContext()
  const deed = useDeed(askForResults)
  const [email, setEmail] = useState('')
  const [step, setStep] = useState<'writing' | 'tried' | 'sent'>('writing')
  if (rehearsal) return null

  async function send(event: FormEvent) {
    event.preventDefault()
    setStep('tried')
    if (!looksLikeMail(email)) return
    const { key } = client.device.memory
    const body = { key, email: email.trim(), language }
    const sent = await deed.run({ params: { workshopId }, body })
    if (sent.ok) setStep('sent')
  }

  return (
    <section className="hall-card" aria-labelledby="results-by-mail">
      <h2 id="results-by-mail">{t('hall.mail.title')}</h2>
      {step === 'sent' ? (
        <Notice tone="success" role="status">
          <p>{t('hall.mail.sent')}</p>
        </Notice>
      ) : (
        <form className="results-by-mail" onSubmit={event => void send(event)} noValidate>
          <p>{t('hall.mail.text')}</p>
          <TextField
            label={t('hall.mail.email')}
            type="email"
            autoComplete="email"
            value={email}
            error={step === 'tried' && !looksLikeMail(email) ? t('hall.mail.wrong') : null}
            onChange={event => setEmail(event.target.value)}
          />
          <DeedProblem state={deed.state} />
          <Button type="submit" busy={deed.state.type === 'under-way' ? t('hall.mail.underWay') : null}>
            {t('hall.mail.send')}
          </Button>
        </form>
      )}
    </section>
  )
}
