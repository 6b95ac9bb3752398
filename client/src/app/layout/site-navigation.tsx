import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { siteRooms } from './site-rooms.js'

/** The rooms of the house, beside the name on wide screens and in a line below it on narrow ones. */
export function SiteNavigation() {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  return (
    <nav className="site-navigation" aria-label={t('navigation.main')}>
      <ul>
        {siteRooms.map(({ name, path }) => (
          <li key={name}>
            <Link to={path} aria-current={pathname === path ? 'page' : undefined}>
              {t(`navigation.rooms.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
