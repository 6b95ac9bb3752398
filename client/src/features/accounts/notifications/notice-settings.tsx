import { changeNotificationSettings, confirmByMail } from '@randnotiz/contract/accounts/notice-endpoints'
import { Cadence, type NotificationSettings } from '@randnotiz/contract/accounts/notices'
import { Language } from '@randnotiz/contract/kit/wire-values'
import { useAnnounce } from '@randnotiz/ui/announcer'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { Select } from '@randnotiz/ui/select'
import { TextField } from '@randnotiz/ui/text-field'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useDeed } from '../../../platform/use-deed.js'

const languageNames: Record<Language, string> = { de: 'Deutsch', en: 'English' }

/** Whether, where and how often mails come. */
export function NoticeSettings({ settings }: { settings: NotificationSettings }) {
  const { t } = useTranslation('notices')
  const announce = useAnnounce()
  const deed = useDeed(changeNotificationSettings)
  const [choices, setChoices] = useState(settings.choices)

  async function save(event: FormEvent) {
    event.preventDefault()
    const result = await deed.run({ body: choices })
    if (result.ok) announce(t('mail.saved'))
  }

  const cadences = Cadence.options.map(value => ({ value, label: t(`mail.cadence.${value}`) }))
  return (
    <section className="notice-settings" aria-labelledby="notice-settings">
      <h2 id="notice-settings">{t('mail.title')}</h2>
      <Address settings={settings} />
      <form onSubmit={event => void save(event)} noValidate>
        {(['replies', 'news'] as const).map(kind => (
          <Select
            key={kind}
            label={t(`mail.${kind}`)}
            value={choices[kind]}
            onChange={event => setChoices({ ...choices, [kind]: Cadence.parse(event.target.value) })}
            options={cadences}
          />
        ))}
        <Select
          label={t('mail.language')}
          value={choices.language}
          onChange={event => setChoices({ ...choices, language: Language.parse(event.target.value) })}
          options={Language.options.map(value => ({ value, label: languageNames[value] }))}
        />
        <p className="notice-settings__always">{t('mail.always')}</p>
        <DeedProblem state={deed.state} />
        <div className="form-actions">
          <Button
            type="submit"
            look="primary"
            busy={deed.state.type === 'under-way' ? t('mail.underWay') : null}
          >
            {t('mail.save')}
          </Button>
        </div>
      </form>
    </section>
  )
}

function Address({ settings }: { settings: NotificationSettings }) {
  const { t } = useTranslation('notices')
  const deed = useDeed(confirmByMail)
  const [mail, setMail] = useState(settings.mail)
  const [email, setEmail] = useState('')
  const [asked, setAsked] = useState(false)

  async function ask(event: FormEvent) {
    event.preventDefault()
    const result = await deed.run({ body: email.trim() === '' ? {} : { email: email.trim() } })
    if (!result.ok) return
    setMail(result.value.mail)
    setAsked(true)
  }

  if (mail.state === 'confirmed') return <p>{t('mail.confirmed', { address: mail.address })}</p>
  return (
    <form onSubmit={event => void ask(event)} noValidate>
      <p>{mail.state === 'none' ? t('mail.none') : t('mail.unconfirmed', { address: mail.address })}</p>
      {mail.state === 'none' && (
        <TextField
          label={t('mail.address')}
          type="email"
          autoComplete="email"
          value={email}
          onChange={event => setEmail(event.target.value)}
        />
      )}
      <DeedProblem state={deed.state} />
      {asked ? (
        <Notice tone="success" role="status">
          <p>{t('mail.asked')}</p>
        </Notice>
      ) : (
        <div className="form-actions">
          <Button
            type="submit"
            look="secondary"
            size="small"
            busy={deed.state.type === 'under-way' ? t('mail.underWay') : null}
          >
            {t('mail.ask')}
          </Button>
        </div>
      )}
    </form>
  )
}
