import { AnnouncerProvider } from '@randnotiz/ui/announcer'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { type Platform, PlatformContext } from '../platform/platform-context.js'

export type AppParts = { platform: Platform; queryClient: QueryClient; i18n: i18n }

/** What every page has at hand, inside a router: the same on the server and in the browser. */
export function App({ platform, queryClient, i18n, children }: AppParts & { children: ReactNode }) {
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <PlatformContext value={platform}>
          <AnnouncerProvider>{children}</AnnouncerProvider>
        </PlatformContext>
      </QueryClientProvider>
    </I18nextProvider>
  )
}
