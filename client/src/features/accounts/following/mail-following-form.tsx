import { FollowCadence, type MailFollowing } from '@randnotiz/contract/accounts/following'
import { changeMailFollowing, endMailFollowing } from '@randnotiz/contract/accounts/following-endpoints'
import { Language } from '@randnotiz/contract/kit/wire-values'
import { useAnnounce } from '@randnotiz/ui/announcer'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { Select } from '@randnotiz/ui/select'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { useDeed } from '../../../platform/use-deed.js'
import './following.css'

type Props = { token: string; following: MailFollowing }

const languageNames: Record<Language, string> = { de: 'Deutsch', en: 'English' }

/** What comes by mail to somebody without an account, to be changed or ended. */
export function MailFollowingForm({ token, following }: Props) {
  const { t } = useTranslation('following')
  const localized = useLocalized()
  const announce = useAnnounce()
  const changing = useDeed(changeMailFollowing)
  const ending = useDeed(endMailFollowing)
  const [cadence, setCadence] = useState(FollowCadence.catch('weekly').parse(following.cadence))
  const [language, setLanguage] = useState(following.language)
  const [followed, setFollowed] = useState(following.followed)
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set(followed.map(({ subject }) => subject.id)))
  const [ended, setEnded] = useState(false)

  async function save(event: FormEvent) {
    event.preventDefault()
    const keep = followed.map(({ subject }) => subject).filter(({ id }) => kept.has(id))
    const changed = await changing.run({ body: { token, cadence, language, keep } })
    if (!changed.ok) return
    setFollowed(changed.value.followed)
    announce(t('manage.saved'))
  }

  async function end() {
    if ((await ending.run({ body: { token } })).ok) setEnded(true)
  }

  const toggle = (id: string) => {
    const next = new Set(kept)
    if (!next.delete(id)) next.add(id)
    setKept(next)
  }

  if (ended) return <Notice tone="success" role="status" title={t('manage.ended')} />
  return (
    <div className="follow-way">
      <form onSubmit={event => void save(event)}>
        <fieldset className="follow-keep">
          <legend className="field__label">{t('manage.keep')}</legend>
          {followed.length === 0 && <p>{t('manage.nothing')}</p>}
          {followed.map(({ subject, title }) => (
            <label key={subject.id}>
              <input type="checkbox" checked={kept.has(subject.id)} onChange={() => toggle(subject.id)} />
              {localized(title)}
            </label>
          ))}
        </fieldset>
        <Select
          label={t('page.cadence')}
          value={cadence}
          onChange={event => setCadence(FollowCadence.parse(event.target.value))}
          options={FollowCadence.options.map(value => ({ value, label: t(`page.cadences.${value}`) }))}
        />
        <Select
          label={t('manage.language')}
          value={language}
          onChange={event => setLanguage(Language.parse(event.target.value))}
          options={Language.options.map(value => ({ value, label: languageNames[value] }))}
        />
        <DeedProblem state={changing.state} />
        <div className="form-actions">
          <Button
            type="submit"
            look="primary"
            busy={changing.state.type === 'under-way' ? t('underWay') : null}
          >
            {t('manage.save')}
          </Button>
        </div>
      </form>
      <DeedProblem state={ending.state} />
      <p>
        <Button size="small" onClick={() => void end()}>
          {t('manage.end')}
        </Button>
      </p>
    </div>
  )
}
