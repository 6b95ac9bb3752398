import type { Spotlight } from '@randnotiz/contract/workshops/session'
import { Button } from '@randnotiz/ui/button'
import { Crosshair } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PassageView } from '../live/passage-view.js'

/**
 * A passage that the lead points at. An invitation waits for a tap; a summons comes to the eye once, but never to
 * somebody who is just typing.
 */
export function SpotlightView({ spotlight }: { spotlight: Spotlight }) {
  const { t } = useTranslation('workshops')
  const place = useRef<HTMLElement>(null)
  const [opened, setOpened] = useState('')
  const { subject, mode, since } = spotlight
  const isOpen = mode !== 'invite' || opened === since
  useEffect(() => {
    const isTyping = document.activeElement?.matches('input, textarea') ?? false
    if (isOpen && !isTyping) place.current?.scrollIntoView({ block: 'start' })
    // A new spotlight comes with another moment.
    void since
  }, [isOpen, since])
  return (
    <section ref={place} className="hall-card hall-spotlight" aria-labelledby="hall-spotlight">
      <h2 id="hall-spotlight">
        <Crosshair aria-hidden="true" />
        {t('hall.spotlight')}
      </h2>
      {isOpen ? (
        <PassageView subject={subject} />
      ) : (
        <Button onClick={() => setOpened(since)}>{t('hall.showSpotlight')}</Button>
      )}
    </section>
  )
}
