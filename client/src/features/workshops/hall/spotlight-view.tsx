import type { Spotlight } from '@randnotiz/contract/workshops/session'
import { useAnnounce } from '@randnotiz/ui/announcer'
import { Button } from '@randnotiz/ui/button'
import { Crosshair } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PassageView } from '../live/passage-view.js'
import { arrivalOf, isOccupied } from './spotlight-arrival.js'
import { useHallContext } from './use-hall.js'
import './spotlight.css'

/**
 * A passage that the lead points at. An invitation waits for a tap; a summons comes to the eye once; one that is held
 * stays in sight, whatever is scrolled below it, until the lead lets it go. Everybody hears of it.
 */
export function SpotlightView({ spotlight }: { spotlight: Spotlight }) {
  const { t } = useTranslation('workshops')
  const { client } = useHallContext()
  const place = useRef<HTMLElement>(null)
  const [staysPut, setStaysPut] = useState(client.device.memory.staysPut)
  const { subject, mode, since } = spotlight
  const { isOpen, open } = useArrival(spotlight, staysPut)
  useEffect(() => {
    if (isOpen) place.current?.scrollIntoView({ block: 'start' })
  }, [isOpen])
  const changeStaysPut = (next: boolean) => {
    client.device.remember({ staysPut: next })
    setStaysPut(next)
  }
  return (
    <section
      key={since}
      ref={place}
      className="hall-card hall-spotlight"
      data-held={isOpen && mode === 'hold' && !staysPut}
      aria-labelledby="hall-spotlight"
    >
      <h2 id="hall-spotlight">
        <Crosshair aria-hidden="true" />
        {t('hall.spotlight')}
      </h2>
      {isOpen ? <PassageView subject={subject} /> : <Button onClick={open}>{t('hall.showSpotlight')}</Button>}
      {mode !== 'invite' && (
        <label className="hall-spotlight__choice">
          <input
            type="checkbox"
            checked={staysPut}
            onChange={event => changeStaysPut(event.target.checked)}
          />
          {t('hall.staysPut')}
        </label>
      )}
    </section>
  )
}

/** Whether the passage is open, for this spotlight; each comes with a moment of its own. */
function useArrival({ mode, since }: Spotlight, staysPut: boolean): { isOpen: boolean; open(): void } {
  const { t } = useTranslation('workshops')
  const announce = useAnnounce()
  const [opened, setOpened] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: what somebody is doing counts at the moment of its arrival.
  useEffect(() => {
    announce(t('hall.spotlightCame'))
    if (arrivalOf(mode, { isBusy: isOccupied(), staysPut }) === 'show') setOpened(since)
  }, [since, mode])
  return { isOpen: opened === since, open: () => setOpened(since) }
}
