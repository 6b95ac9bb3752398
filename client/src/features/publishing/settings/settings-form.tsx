import { CommandId } from '@randnotiz/contract/kit/ids'
import { mostParagraphs, type ProcessDesk, paragraphLimit } from '@randnotiz/contract/publishing/settings'
import { changeProcess } from '@randnotiz/contract/publishing/settings-endpoints'
import { useAnnounce } from '@randnotiz/ui/announcer'
import { Button } from '@randnotiz/ui/button'
import { TextField } from '@randnotiz/ui/text-field'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useDeed } from '../../../platform/use-deed.js'
import { ContactFields } from './contact-fields.js'
import { LocalizedField } from './localized-field.js'
import { PhasesEditor } from './phases-editor.js'
import { mistakesIn, settingsFrom, type TypedSettings, typedSettings } from './typed-settings.js'
import './settings.css'

type Props = {
  desk: ProcessDesk
  /** What else belongs to a phase, and how it is saved when the settings were. */
  phaseExtra(key: string): ReactNode
  alsoSave(): Promise<boolean>
  onSaved(desk: ProcessDesk): void
}

/** Everything about a process that is saved in one go. */
export function SettingsForm({ desk, phaseExtra, alsoSave, onSaved }: Props) {
  const { t } = useTranslation('settings')
  const announce = useAnnounce()
  const deed = useDeed(changeProcess)
  const [typed, setTyped] = useState<TypedSettings>(() => typedSettings(desk.process))
  const [tried, setTried] = useState(false)
  const command = useRef(CommandId.parse(crypto.randomUUID()))
  const form = useRef<HTMLFormElement>(null)
  const mistakes = tried ? mistakesIn(typed) : new Set<string>()
  const edit = (change: Partial<TypedSettings>) => {
    setTyped({ ...typed, ...change })
    command.current = CommandId.parse(crypto.randomUUID())
  }

  async function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    const settings = settingsFrom(typed)
    if (settings === null) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus())
      return
    }
    const params = { processId: desk.process.id }
    const body = { commandId: command.current, edition: desk.edition, settings }
    const saved = await deed.run({ params, body })
    if (!saved.ok) return
    onSaved(saved.value)
    if (await alsoSave()) announce(t('saved'))
  }

  const missing = (name: string) => (mistakes.has(name) ? t('general.missing') : null)
  return (
    <form ref={form} className="process-settings" noValidate onSubmit={event => void save(event)}>
      <section className="process-settings__part" aria-labelledby="general">
        <h2 id="general">{t('general.legend')}</h2>
        <LocalizedField
          label={t('general.name')}
          value={typed.title}
          most={80}
          error={missing('title')}
          onChange={title => edit({ title })}
        />
        <LocalizedField
          label={t('general.motto')}
          value={typed.motto}
          most={120}
          onChange={motto => edit({ motto })}
        />
        <LocalizedField
          label={t('general.summary')}
          value={typed.summary}
          most={600}
          lines="several"
          error={missing('summary')}
          onChange={summary => edit({ summary })}
        />
      </section>
      <section className="process-settings__part" aria-labelledby="front-page">
        <h2 id="front-page">{t('frontPage.legend')}</h2>
        {(['welcome', 'results'] as const).map(name => (
          <LocalizedField
            key={name}
            label={t(`frontPage.${name}`)}
            hint={t('frontPage.hint')}
            value={typed[name]}
            most={mostParagraphs * paragraphLimit}
            lines="many"
            error={
              mistakes.has(name)
                ? t('frontPage.uneven', { most: mostParagraphs, limit: paragraphLimit })
                : null
            }
            errorWhen="always"
            onChange={value => edit({ [name]: value })}
          />
        ))}
      </section>
      <ContactFields contact={typed.contact} mistakes={mistakes} onChange={contact => edit({ contact })} />
      <PhasesEditor
        phases={typed.phases}
        mistakes={mistakes}
        extra={phaseExtra}
        onChange={phases => edit({ phases })}
      />
      <RuleFields typed={typed} mistakes={mistakes} onChange={edit} />
      <DeedProblem state={deed.state} />
      <div className="form-actions">
        <Button type="submit" look="primary" busy={deed.state.type === 'under-way' ? t('underWay') : null}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}

type RuleProps = {
  typed: TypedSettings
  mistakes: ReadonlySet<string>
  onChange(change: Partial<TypedSettings>): void
}

function RuleFields({ typed, mistakes, onChange }: RuleProps) {
  const { t } = useTranslation('settings')
  const wrong = (name: string) => (mistakes.has(name) ? t('rules.numberWrong') : null)
  return (
    <section className="process-settings__part" aria-labelledby="rules">
      <h2 id="rules">{t('rules.legend')}</h2>
      <label className="settings-check">
        <input
          type="checkbox"
          checked={typed.admitsGuests}
          onChange={event => onChange({ admitsGuests: event.target.checked })}
        />
        {t('rules.guests')}
      </label>
      <div className="localized-field">
        <TextField
          label={t('rules.hidden')}
          hint={t('rules.hiddenHint')}
          inputMode="numeric"
          value={typed.supportHidden}
          error={wrong('supportHidden')}
          onChange={event => onChange({ supportHidden: event.target.value })}
        />
        <TextField
          label={t('rules.edit')}
          hint={t('rules.editHint')}
          inputMode="numeric"
          value={typed.editHours}
          error={wrong('editHours')}
          onChange={event => onChange({ editHours: event.target.value })}
        />
      </div>
    </section>
  )
}
