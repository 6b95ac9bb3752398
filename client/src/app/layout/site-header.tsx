import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { NoticeBell } from '../../features/accounts/notifications/notice-bell.js'
import { ViewerMenu } from '../../features/accounts/viewer-menu.js'
import { LanguageLinks } from './language-links.js'
import { Wordmark } from './wordmark.js'

export function SiteHeader() {
  const { t } = useTranslation()
  return (
    <header className="site-header">
      <div className="site-header__inner">
        <Link to="/" className="site-header__home">
          <Wordmark />
        </Link>
        <nav className="site-header__nav" aria-label={t('navigation.main')}>
          <LanguageLinks />
          <NoticeBell />
          <ViewerMenu />
        </nav>
      </div>
    </header>
  )
}
