import type { Move } from '@randnotiz/contract/workshops/moves'
import { itemOf } from '@randnotiz/domain/workshops/agenda-item'
import { nextMove } from '@randnotiz/domain/workshops/next-move'
import { Button } from '@randnotiz/ui/button'
import { ArrowRight, CirclePause, Flag } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeskContext } from './use-desk.js'

/** Pointers for presentations send PageDown; N is for those who type. */
const keys = new Set(['n', 'N', 'PageDown'])

/** The one button, and the one key, with which a session goes on. */
export function AdvanceBar() {
  const { t } = useTranslation('workshops')
  const { view, move, busy } = useDeskContext()
  const { session } = view
  const next = nextMove(session)
  const advance = useRef(() => {})
  advance.current = () => {
    if (next !== null && !busy && next.move !== 'publish') void move(next)
  }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      const isElsewhere = target?.closest('input, textarea, select, dialog[open]') !== null
      if (!keys.has(event.key) || event.ctrlKey || event.metaKey || event.altKey || isElsewhere) return
      event.preventDefault()
      advance.current()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return (
    <div className="advance-bar">
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
          busy={busy ? t('desk.busy') : null}
          aria-keyshortcuts="N PageDown"
          onClick={() => void move(next)}
        >
          {wordsOf(next)}
          <ArrowRight aria-hidden="true" />
          <kbd>N</kbd>
        </Button>
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
