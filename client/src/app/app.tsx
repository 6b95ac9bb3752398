import { AnnouncerProvider } from '@randnotiz/ui/announcer'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { Suspense } from 'react'
import { I18nextProvider } from 'react-i18next'
import { useLocation } from 'react-router'
import { type Platform, PlatformContext } from '../platform/platform-context.js'
import { findRoute } from './find-route.js'
import { Frame } from './layout/frame.js'
import { PageArrival } from './layout/page-arrival.js'
import { PageLoading } from './layout/page-loading.js'
import { PageOutage } from './layout/page-outage.js'
import { PageSlot } from './layout/page-slot.js'

export type AppParts = { platform: Platform; queryClient: QueryClient; i18n: i18n }

/** The product inside a router: the same on the server and in the browser. */
export function App({ platform, queryClient, i18n }: AppParts) {
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <PlatformContext value={platform}>
          <AnnouncerProvider>
            <CurrentPage />
          </AnnouncerProvider>
        </PlatformContext>
      </QueryClientProvider>
    </I18nextProvider>
  )
}

function CurrentPage() {
  const { pathname } = useLocation()
  const found = findRoute(pathname)
  return (
    <Frame>
      <PageOutage key={pathname}>
        <Suspense fallback={<PageLoading />}>
          <PageSlot route={found.route} />
          <PageArrival found={found} />
        </Suspense>
      </PageOutage>
    </Frame>
  )
}
