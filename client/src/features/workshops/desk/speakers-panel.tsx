import type { ParticipantId } from '@randnotiz/contract/kit/ids'
import { isSteered } from '@randnotiz/domain/workshops/crew-rights'
import { shares, speaking, speakingOrder } from '@randnotiz/domain/workshops/speakers'
import { Button } from '@randnotiz/ui/button'
import { Mic, MicOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockText } from '../live/use-left.js'
import { useDeskContext } from './use-desk.js'

/** Who wants to speak, in the order of the rule that stands beside the list, and how time is shared so far. */
export function SpeakersPanel() {
  const { t } = useTranslation('workshops')
  const { view, move, now } = useDeskContext()
  const time = useTicking(now)
  const { speakers, phase } = view.session
  if (!isSteered(phase)) return null
  const names = new Map(view.participants.map(({ participantId, name }) => [participantId, name]))
  const nameOf = (id: ParticipantId) => names.get(id) ?? '–'
  const turn = speaking(speakers)
  const had = shares(speakers.turns, new Date(time))
  const order = speakingOrder(speakers, new Date(time))
  const balance = [...had.values()].toSorted((a, b) => b.spokenMs - a.spokenMs)
  const [next] = order
  return (
    <section className="panel speakers-panel" aria-labelledby="speakers-panel">
      <h2 id="speakers-panel">{t('speakers.title')}</h2>
      {turn ? (
        <p className="speakers-panel__now">
          <Mic aria-hidden="true" />
          <strong>{nameOf(turn.participantId)}</strong>
          <span className="speakers-panel__clock">
            {clockText(Math.max(0, Math.floor((time - Date.parse(turn.startedAt)) / 1_000)))}
          </span>
          <Button size="small" onClick={() => void move({ move: 'endTurn' })}>
            <MicOff aria-hidden="true" />
            {t('speakers.end')}
          </Button>
        </p>
      ) : (
        <p className="panel__hint">{t('speakers.nobody')}</p>
      )}
      {next !== undefined && (
        <Button
          size="small"
          look="primary"
          onClick={() => void move({ move: 'startTurn', participantId: next })}
        >
          {t('speakers.callNext', { name: nameOf(next) })}
        </Button>
      )}
      <ol className="speakers-panel__list">
        {order.map(id => (
          <li key={id}>
            <span>{nameOf(id)}</span>
            <span className="panel__hint">{t('speakers.turns', { count: had.get(id)?.turns ?? 0 })}</span>
            <Button
              size="small"
              look="quiet"
              aria-label={t('speakers.callNext', { name: nameOf(id) })}
              onClick={() => void move({ move: 'startTurn', participantId: id })}
            >
              {t('speakers.call')}
            </Button>
            <Button
              size="small"
              look="quiet"
              aria-label={t('speakers.remove', { name: nameOf(id) })}
              onClick={() => void move({ move: 'stopAsking', participantId: id })}
            >
              {t('speakers.off')}
            </Button>
          </li>
        ))}
      </ol>
      <p className="panel__hint">{t('speakers.rule')}</p>
      {balance.length > 0 && (
        <details className="speakers-panel__balance">
          <summary>{t('speakers.balance')}</summary>
          <ul>
            {balance.map(({ participantId, spokenMs, turns }) => (
              <li key={participantId}>
                <span>{nameOf(participantId)}</span>
                <span>
                  {clockText(Math.floor(spokenMs / 1_000))} · {t('speakers.turns', { count: turns })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function useTicking(now: () => number): number {
  const [time, setTime] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), 1_000)
    return () => clearInterval(timer)
  }, [now])
  return time
}
