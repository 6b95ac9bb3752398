import { type ComponentType, use } from 'react'
import type { PageRoute } from './page-route.js'

const pages = import.meta.glob<{ default: ComponentType }>('./pages/*-page.tsx')

/** The source file of a route's page, from the client's folder. */
export const sourceOf = ({ page }: PageRoute) => `src/app/pages/${page}.tsx`

/** The code of pages, loaded once each. */
const known = new Map<PageRoute, Promise<ComponentType>>()

export function loadPageCode(route: PageRoute): Promise<ComponentType> {
  const underWay = known.get(route)
  if (underWay) return underWay
  const code = load(route)
  known.set(route, code)
  code.then(
    // React reads a promise without waiting when it carries what it was fulfilled with.
    value => Object.assign(code, { status: 'fulfilled', value }),
    // Tried afresh the next time: a network may come back.
    () => known.delete(route),
  )
  return code
}

async function load({ page }: PageRoute): Promise<ComponentType> {
  const module = await pages[`./pages/${page}.tsx`]?.()
  if (module === undefined) throw new Error(`there is no page ${page}`)
  return module.default
}

/**
 * The page's component; suspends until it is there. What has been loaded before is there at once, because neither the
 * server nor the browser's first rendering may wait, or the page would show a gap where its text stands.
 */
export function usePageCode(route: PageRoute): ComponentType {
  return use(loadPageCode(route))
}
