import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigationType } from 'react-router'
import { useViewer } from '../../platform/viewer.js'
import type { FoundRoute } from '../find-route.js'
import { headOf } from '../head-of.js'

type Props = {
  found: FoundRoute
  /** The path that was arrived at last; kept by somebody who outlives the pages. */
  arrivedAt: RefObject<string | null>
  onAlive?(): void
}

/**
 * What a browser does by itself when a new page arrives, and has to be done by hand where only its content changes:
 * the title, the place to read on, and the focus, so that a screen reader says where one is. Stands beside the page
 * inside its Suspense boundary, because its effects then run when the page is really there.
 */
export function PageArrival({ found, arrivedAt, onAlive }: Props) {
  const { i18n } = useTranslation()
  const queryClient = useQueryClient()
  const viewer = useViewer()
  const { pathname, hash } = useLocation()
  const navigation = useNavigationType()
  const { title } = headOf(found, { i18n, queryClient, viewer })

  useEffect(() => onAlive?.(), [onAlive])

  useEffect(() => {
    document.title = title
  }, [title])

  useEffect(() => {
    const before = arrivedAt.current
    arrivedAt.current = pathname
    // Of the first page the browser has taken care itself.
    if (before === null || before === pathname) return
    arriveAt(hash === '' ? null : document.getElementById(decodeURIComponent(hash.slice(1))))
    if (hash === '' && navigation !== 'POP') window.scrollTo(0, 0)
  }, [pathname, hash, navigation, arrivedAt])

  return null
}

function arriveAt(target: HTMLElement | null) {
  const place = target ?? document.querySelector<HTMLElement>('main h1')
  if (place === null) return
  if (!place.hasAttribute('tabindex')) place.setAttribute('tabindex', '-1')
  place.focus({ preventScroll: true })
  target?.scrollIntoView()
}
