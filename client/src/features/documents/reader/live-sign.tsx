import { Button } from '@randnotiz/ui/button'
import { Pause, Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useInBrowser } from '../../../platform/use-in-browser.js'
import type { LiveTextHandle } from './use-live-text.js'

/** Whether the text is live, quietly; and a way to hold it still. */
export function LiveSign({ live }: { live: LiveTextHandle }) {
  const { t } = useTranslation('reader')
  const { state, pause, resume } = live
  // Without scripts nothing is live, and nothing needs to be said.
  if (!useInBrowser()) return <div className="live-sign" />
  return (
    <div className="live-sign" data-state={state}>
      <p role="status" title={state === 'connecting' ? undefined : t(`live.${state}Explained`)}>
        <span className="live-sign__dot" aria-hidden="true" />
        <span className="visually-hidden">{t('live.label')}: </span>
        {t(`live.${state}`)}
        {state !== 'connecting' && <span className="visually-hidden">. {t(`live.${state}Explained`)}</span>}
      </p>
      {(state === 'live' || state === 'offline') && (
        <Button look="quiet" size="small" onClick={pause}>
          <Pause aria-hidden="true" size={16} />
          {t('live.pause')}
        </Button>
      )}
      {state === 'paused' && (
        <Button look="quiet" size="small" onClick={resume}>
          <Play aria-hidden="true" size={16} />
          {t('live.resume')}
        </Button>
      )}
    </div>
  )
}
