import type { StepState } from '@randnotiz/contract/workshops/session'
import { useAnnounce } from '@randnotiz/ui/announcer'
import { Timer } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { clockText, useLeft } from './use-left.js'
import './countdown.css'

type Props = { status: StepState; now(): number; spoken?: 'aloud' | 'silent' }

/** Seconds at which a screen reader hears of them; a clock that is read out all the time would drown the rest. */
const spokenAt = [60, 10, 0]

/** What a step has left. Time that is up closes nothing by itself. */
export function Countdown({ status, now, spoken = 'aloud' }: Props) {
  const { t } = useTranslation('workshops')
  const announce = useAnnounce()
  const left = useLeft(status, now)
  const seconds = left?.seconds ?? -1
  const kind = left?.kind ?? 'time'
  useEffect(() => {
    if (spoken === 'aloud' && kind === 'time' && spokenAt.includes(seconds))
      announce(seconds === 0 ? t('time.up') : t('time.left', { count: seconds }))
  }, [seconds, kind, spoken, announce, t])
  if (left === null) return null
  const words = left.kind === 'seal' ? t('time.seal') : left.stopped ? t('time.held') : t('time.remaining')
  const urgent = !left.stopped && (left.kind === 'seal' || left.seconds <= 30)
  return (
    <p className="countdown" data-urgent={urgent} role="timer" aria-live="off">
      <Timer aria-hidden="true" />
      <span className="countdown__words">{words}</span>
      <span className="countdown__clock">
        {left.seconds === 0 && left.kind === 'time' ? t('time.over') : clockText(left.seconds)}
      </span>
    </p>
  )
}
