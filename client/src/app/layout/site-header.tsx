import { Link } from 'react-router'
import { NoticeBell } from '../../features/accounts/notifications/notice-bell.js'
import { ViewerMenu } from '../../features/accounts/viewer-menu.js'
import { LanguageLinks } from './language-links.js'
import { SiteNavigation } from './site-navigation.js'
import { Wordmark } from './wordmark.js'

export function SiteHeader() {
  return (
    <header className="site-header">
      <div className="site-header__inner">
        <Link to="/" className="site-header__home">
          <Wordmark />
        </Link>
        <SiteNavigation />
        <div className="site-header__tools">
          <LanguageLinks />
          <NoticeBell />
          <ViewerMenu />
        </div>
      </div>
    </header>
  )
}
