import { type ComponentType, use } from 'react'
import type { PageRoute } from './page-route.js'

const pages = import.meta.glob<{ default: ComponentType }>('./pages/*-page.tsx')

/** The source file of a route's page, from the client's folder. */
export const sourceOf = ({ page }: PageRoute) => `src/app/pages/${page}.tsx`

/**
 * The code of pages, loaded once each. What is there already is rendered at once: neither the server nor the
 * browser's first rendering may wait, or the page would show a gap where its text stands.
 */
const loaded = new Map<PageRoute, ComponentType>()
const loading = new Map<PageRoute, Promise<ComponentType>>()

export function loadPageCode(route: PageRoute): Promise<ComponentType> {
  const underWay = loading.get(route)
  if (underWay) return underWay
  const load = pages[`./pages/${route.page}.tsx`]
  if (load === undefined) throw new Error(`there is no page ${route.page}`)
  const code = load().then(module => {
    loaded.set(route, module.default)
    return module.default
  })
  loading.set(route, code)
  // Tried afresh the next time: a network may come back.
  code.catch(() => loading.delete(route))
  return code
}

/** The page's component; suspends until it is there. */
export function usePageCode(route: PageRoute): ComponentType {
  return loaded.get(route) ?? use(loadPageCode(route))
}
