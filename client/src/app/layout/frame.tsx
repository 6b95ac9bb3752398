import { SkipLink } from '@randnotiz/ui/skip-link'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SiteFooter } from './site-footer.js'
import { SiteHeader } from './site-header.js'

/** What stands around every page. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <>
      <SkipLink target="content">{t('skipToContent')}</SkipLink>
      <SiteHeader />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter />
    </>
  )
}
