import type { Invitation } from '@randnotiz/contract/workshops/endpoints'
import { Notice } from '@randnotiz/ui/notice'
import { useTranslation } from 'react-i18next'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { useWakeLock } from '../live/use-wake-lock.js'
import { useWaking } from '../live/use-waking.js'
import { HallBar } from './hall-bar.js'
import type { HallState } from './hall-client.js'
import { HallRoom } from './hall-room.js'
import { JoinForm } from './join-form.js'
import { ReturnedWords } from './returned-words.js'
import { HallContext, useHall } from './use-hall.js'
import './hall.css'

/** A phone in the hall: joining, waiting, taking part. */
export function HallApp({ invitation }: { invitation: Invitation }) {
  const hall = useHall(invitation.code)
  const { state } = hall
  const isOpen = state.seat?.hall.current?.status.state === 'open'
  useWakeLock(isOpen)
  useWaking()
  return (
    <HallContext value={hall}>
      <HallBar title={invitation.title} />
      <RefusedNotice state={state} />
      <ReturnedWords state={state} />
      {state.seat === null ? (
        <JoinForm invitation={invitation} />
      ) : state.seat.admitted === 'in' ? (
        <HallRoom seat={state.seat} />
      ) : (
        <Outside admitted={state.seat.admitted} />
      )}
    </HallContext>
  )
}

/** What the server did not take, right where somebody looks. */
function RefusedNotice({ state }: { state: HallState }) {
  const refusalText = useRefusalText()
  if (state.refused === null) return null
  return (
    <Notice tone="problem" role="alert" className="hall__refused">
      <p>{refusalText(state.refused.refusal)}</p>
    </Notice>
  )
}

function Outside({ admitted }: { admitted: 'waiting' | 'turnedAway' }) {
  const { t } = useTranslation('workshops')
  return (
    <div className="hall__outside">
      <h2>{t(`hall.${admitted}.title`)}</h2>
      <p role="status">{t(`hall.${admitted}.text`)}</p>
    </div>
  )
}
