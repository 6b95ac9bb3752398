import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { useViewer } from '../../platform/viewer.js'
import { openRooms } from './staff-rooms.js'
import './staff-frame.css'

type Props = {
  title: string
  intro?: string
  /** As wide as a text, or as the window allows. */
  width?: 'text' | 'page'
  children: ReactNode
}

/** What stands around every page of the staff area: its rooms, and the page's title. */
export function StaffFrame({ title, intro, width = 'text', children }: Props) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const rooms = openRooms(useViewer())
  const current = roomOf(pathname, rooms)
  return (
    <div className="staff-frame">
      <nav aria-label={t('staff.title')}>
        <ul className="staff-frame__rooms">
          {rooms.map(({ path, name }) => (
            <li key={path}>
              <Link
                to={path}
                aria-current={path !== current ? undefined : path === pathname ? 'page' : 'true'}
              >
                {t(`staff.rooms.${name}.title`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="staff-frame__page" data-width={width}>
        <header className="staff-frame__head">
          <h1>{title}</h1>
          {intro !== undefined && <p className="lead">{intro}</p>}
        </header>
        {children}
      </div>
    </div>
  )
}

/** The room one is in, or whose pages one is on. */
function roomOf(pathname: string, rooms: readonly { path: string }[]): string | undefined {
  const around = rooms.filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
  return around.toSorted((a, b) => b.path.length - a.path.length)[0]?.path
}
