import type { Move } from '@randnotiz/contract/workshops/moves'
import { itemOf } from '@randnotiz/domain/workshops/agenda-item'
import { nextMove } from '@randnotiz/domain/workshops/next-move'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { ArrowRight, CirclePause, Flag } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { useAdvanceKey } from './use-advance-key.js'
import { useDeskContext } from './use-desk.js'
import { useOnePress } from './use-one-press.js'
import { useTakesLastBallots } from './use-takes-last-ballots.js'
import './advance-bar.css'

/** The one button, and the one key, with which a session goes on; and why it did not. */
export function AdvanceBar() {
  const { t } = useTranslation('workshops')
  const { view, move, refusal, isUnderWay, now } = useDeskContext()
  const refusalText = useRefusalText()
  const { session } = view
  const current = session.currentStep === null ? null : itemOf(session, session.currentStep)
  const isTakingLast = useTakesLastBallots(current, now)
  const planned = nextMove(session)
  const next = planned?.move === 'revealStep' && isTakingLast ? null : planned
  const { isResting, press } = useOnePress(() => next !== null && void move(next))
  useAdvanceKey(at => next?.move !== 'publish' && press(at))
  return (
    <div className="advance-bar">
      {refusal !== null && (
        <Notice tone="problem" role="alert" className="advance-bar__refusal">
          <p>{refusalText(refusal)}</p>
        </Notice>
      )}
      {session.phase === 'live' && (
        <Button onClick={() => void move({ move: 'pause' })}>
          <CirclePause aria-hidden="true" />
          {t('move.pause')}
        </Button>
      )}
      {(session.phase === 'live' || session.phase === 'paused') && next?.move !== 'beginClosing' && (
        <Button onClick={() => void move({ move: 'beginClosing' })}>
          <Flag aria-hidden="true" />
          {t('move.beginClosing')}
        </Button>
      )}
      {next !== null && (
        <Button
          look="primary"
          className="advance-bar__next"
          busy={isResting || isUnderWay(next) ? t('desk.busy') : null}
          aria-keyshortcuts={next.move === 'publish' ? undefined : 'N PageDown'}
          onClick={event => press(event.timeStamp)}
        >
          {wordsOf(next)}
          <ArrowRight aria-hidden="true" />
          {next.move !== 'publish' && <kbd>N</kbd>}
        </Button>
      )}
      {next === null && session.phase === 'live' && (
        <p className="advance-bar__wait">{t(isTakingLast ? 'desk.takingLast' : 'desk.sealing')}</p>
      )}
    </div>
  )

  function wordsOf(wanted: Move): string {
    if (wanted.move === 'openStep')
      return t('move.openNext', { title: itemOf(session, wanted.stepId)?.step.title ?? '' })
    switch (wanted.move) {
      case 'openLobby':
      case 'start':
      case 'resume':
      case 'announceSeal':
      case 'revealStep':
      case 'resumeStep':
      case 'beginClosing':
      case 'close':
      case 'publish':
        return t(`move.${wanted.move}`)
      default:
        return t('move.next')
    }
  }
}
