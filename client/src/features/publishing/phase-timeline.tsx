import type { Phase } from '@randnotiz/contract/publishing/process'
import { Badge } from '@randnotiz/ui/badge'
import { PenLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatMonth } from '../../platform/i18n/formats.js'
import { useLanguage, useLocalized } from '../../platform/i18n/use-language.js'
import { phaseState } from './phase-state.js'
import './phase-timeline.css'

type Props = { phases: readonly Phase[]; currentKey: string | null; now: Date }

/** The way of a process from left to right; on a narrow screen from top to bottom. */
export function PhaseTimeline({ phases, currentKey, now }: Props) {
  return (
    <ol className="phases">
      {phases.map(phase => (
        <PhaseStep key={phase.key} phase={phase} state={phaseState(phase, currentKey, now)} />
      ))}
    </ol>
  )
}

function PhaseStep({ phase, state }: { phase: Phase; state: ReturnType<typeof phaseState> }) {
  const { t } = useTranslation('publishing')
  const localized = useLocalized()
  const language = useLanguage()
  const lastMoment = new Date(Date.parse(phase.endsAt) - 1)
  return (
    <li className={`phase phase--${state}`} aria-current={state === 'current' ? 'step' : undefined}>
      <p className="phase__state">
        <Badge tone={state === 'current' ? 'accent' : 'neutral'}>{t(`phases.${state}`)}</Badge>
      </p>
      <h3 className="phase__title">{localized(phase.title)}</h3>
      <p className="phase__period">
        {t('phases.period', {
          from: formatMonth(phase.startsAt, language),
          to: formatMonth(lastMoment, language),
        })}
      </p>
      <p className="phase__description">{localized(phase.description)}</p>
      {phase.allows.annotate && (
        <p className="phase__allows">
          <PenLine aria-hidden="true" />
          {t('phases.allowsAnnotate')}
        </p>
      )}
    </li>
  )
}
