import { Suspense, useRef } from 'react'
import { useLocation } from 'react-router'
import { findRoute } from '../find-route.js'
import { BareFrame } from './bare-frame.js'
import { Frame } from './frame.js'
import { PageArrival } from './page-arrival.js'
import { PageLoading } from './page-loading.js'
import { PageOutage } from './page-outage.js'
import { PageSlot } from './page-slot.js'

type Props = {
  /** Told each time a page is there and listens. */
  onAlive?(): void
}

/** The page of the address, in its frame. */
export function CurrentPage({ onAlive }: Props) {
  const { pathname, search } = useLocation()
  const found = findRoute(pathname, search)
  const arrivedAt = useRef<string | null>(null)
  const Around = found.route.frame === 'bare' ? BareFrame : Frame
  return (
    <Around>
      <PageOutage key={pathname}>
        <Suspense fallback={<PageLoading />}>
          <PageSlot route={found.route} />
          <PageArrival found={found} arrivedAt={arrivedAt} {...(onAlive && { onAlive })} />
        </Suspense>
      </PageOutage>
    </Around>
  )
}
