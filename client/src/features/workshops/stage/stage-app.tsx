import { Moon, Sun, WifiOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServerClock } from '../live/use-server-clock.js'
import { useWakeLock } from '../live/use-wake-lock.js'
import { useWaking } from '../live/use-waking.js'
import { PairedStage } from './paired-stage.js'
import { stageMemory } from './stage-memory.js'
import { useStage } from './use-stage.js'
import './stage.css'

/** A projector: what a whole hall reads from its seats. */
export function StageApp() {
  const { t } = useTranslation('workshops')
  const { view, standing, stale } = useStage()
  const now = useServerClock()
  const [look, setLook] = useState<'dark' | 'light'>(() => (stageMemory.isDark() ? 'dark' : 'light'))
  useWakeLock(true)
  useWaking()
  function turn() {
    const next = look === 'dark' ? 'light' : 'dark'
    stageMemory.keepDark(next)
    setLook(next)
  }
  return (
    <div className="stage" data-look={look}>
      {view?.state === 'paired' ? (
        <PairedStage view={view} standing={standing} now={now} />
      ) : (
        <div className="stage__pairing">
          <h1>{t('stage.pairing')}</h1>
          <p className="stage__pairing-code">{view === null ? '· · ·' : view.pairingCode}</p>
          <p>{t('stage.pairingHint')}</p>
        </div>
      )}
      <p className="stage__signs">
        {stale && (
          <span className="stage__stale" role="status">
            <WifiOff aria-hidden="true" />
            {t('stage.stale')}
          </span>
        )}
        <button type="button" className="stage__look" onClick={turn}>
          {look === 'dark' ? <Sun aria-hidden="true" /> : <Moon aria-hidden="true" />}
          <span className="visually-hidden">{t(look === 'dark' ? 'stage.light' : 'stage.dark')}</span>
        </button>
      </p>
    </div>
  )
}
