import type { PhaseAllows } from '@randnotiz/contract/publishing/process'
import { mostPhases } from '@randnotiz/contract/publishing/settings'
import { Button } from '@randnotiz/ui/button'
import { TextField } from '@randnotiz/ui/text-field'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { LocalizedField } from './localized-field.js'
import { nextPhase, type TypedPhase } from './typed-settings.js'

type Props = {
  phases: readonly TypedPhase[]
  mistakes: ReadonlySet<string>
  onChange(phases: TypedPhase[]): void
  /** What else belongs to a phase. */
  extra(key: string): ReactNode
}

/** When which phase runs, and what is open then. */
export function PhasesEditor({ phases, mistakes, onChange, extra }: Props) {
  const { t } = useTranslation('settings')
  const change = (key: string, edit: Partial<TypedPhase>) =>
    onChange(phases.map(phase => (phase.key === key ? { ...phase, ...edit } : phase)))
  return (
    <section className="process-settings__part" aria-labelledby="phases-editor">
      <h2 id="phases-editor">{t('phases.legend')}</h2>
      <p>{t('phases.explained')}</p>
      {phases.map((phase, place) => (
        <PhaseFields
          key={phase.key}
          phase={phase}
          number={place + 1}
          mistakes={mistakes}
          onChange={edit => change(phase.key, edit)}
          onRemove={() => onChange(phases.filter(({ key }) => key !== phase.key))}
        >
          {extra(phase.key)}
        </PhaseFields>
      ))}
      {phases.length < mostPhases && (
        <p>
          <Button
            look="secondary"
            size="small"
            onClick={() => onChange([...phases, nextPhase(phases, { de: '', en: '' })])}
          >
            {t('phases.add')}
          </Button>
        </p>
      )}
    </section>
  )
}

type PhaseProps = {
  phase: TypedPhase
  number: number
  mistakes: ReadonlySet<string>
  onChange(edit: Partial<TypedPhase>): void
  onRemove(): void
  children: ReactNode
}

const openings = ['annotate', 'propose', 'reply', 'support'] as const satisfies (keyof PhaseAllows)[]

function PhaseFields({ phase, number, mistakes, onChange, onRemove, children }: PhaseProps) {
  const { t } = useTranslation('settings')
  const localized = useLocalized()
  const title = localized(phase.title) || t('phases.new')
  const timeError = (name: 'from' | 'to') =>
    mistakes.has(`${phase.key}.${name}`) ? t('phases.timeMissing') : null
  return (
    <fieldset className="phase-fields">
      <legend>{t('phases.phase', { number, title })}</legend>
      <LocalizedField
        label={t('phases.name')}
        value={phase.title}
        most={80}
        error={mistakes.has(`${phase.key}.title`) ? t('general.missing') : null}
        onChange={title => onChange({ title })}
      />
      <LocalizedField
        label={t('phases.description')}
        value={phase.description}
        most={400}
        lines="several"
        onChange={description => onChange({ description })}
      />
      <div className="localized-field">
        {(['from', 'to'] as const).map(name => (
          <TextField
            key={name}
            label={t(`phases.${name}`)}
            type="datetime-local"
            value={phase[name]}
            error={timeError(name)}
            onChange={event => onChange({ [name]: event.target.value })}
          />
        ))}
      </div>
      <fieldset className="phase-fields__open">
        <legend className="field__label">{t('phases.open')}</legend>
        {openings.map(what => (
          <label key={what} className="settings-check">
            <input
              type="checkbox"
              checked={phase.allows[what]}
              onChange={event => onChange({ allows: { ...phase.allows, [what]: event.target.checked } })}
            />
            {t(`phases.allows.${what}`)}
          </label>
        ))}
      </fieldset>
      {children}
      <p>
        <Button size="small" onClick={onRemove} aria-label={t('phases.removeNamed', { title })}>
          {t('phases.remove')}
        </Button>
      </p>
    </fieldset>
  )
}
