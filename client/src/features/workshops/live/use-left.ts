import type { StepState } from '@randnotiz/contract/workshops/session'
import { leftMs } from '@randnotiz/domain/workshops/step-time'
import { useEffect, useState } from 'react'

/** What a step's clock says, in whole seconds. `seal` counts down to a seal that was announced. */
export type Left = { kind: 'time' | 'seal'; seconds: number; stopped: boolean } | null

const everyMs = 200

/** Seconds that a step has left, by the server's clock. A display never counts up unless somebody has given time. */
export function useLeft(status: StepState, now: () => number): Left {
  const [left, setLeft] = useState<Left>(() => leftOf(status, now()))
  useEffect(() => {
    setLeft(leftOf(status, now()))
    if (status.state !== 'open') return
    const timer = setInterval(() => setLeft(shown => notMore(shown, leftOf(status, now()))), everyMs)
    return () => clearInterval(timer)
  }, [status, now])
  return left
}

export function leftOf(status: StepState, now: number): Left {
  if (status.state === 'open' && status.sealsAt !== null) {
    const seconds = Math.max(0, Math.ceil((Date.parse(status.sealsAt) - now) / 1_000))
    return { kind: 'seal', seconds, stopped: false }
  }
  if (status.state !== 'open' && status.state !== 'held') return null
  const left = leftMs(status.time, new Date(now))
  if (left === null) return null
  return { kind: 'time', seconds: Math.ceil(left / 1_000), stopped: status.state === 'held' }
}

/** A clock that is set anew in mid-step must not run backwards before everybody's eyes. */
function notMore(shown: Left, next: Left): Left {
  if (shown === null || next === null || shown.kind !== next.kind) return next
  return next.seconds > shown.seconds ? shown : next.seconds === shown.seconds ? shown : next
}

/** E.g. `4:05`. */
export function clockText(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`
}
