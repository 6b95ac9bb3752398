import { type ComponentType, use } from 'react'
import type { PageRoute } from './page-route.js'

/**
 * The code of pages, loaded once each. What is there already is rendered at once: neither the server nor the
 * browser's first rendering may wait, or the page would show a gap where its text stands.
 */
const loaded = new Map<PageRoute, ComponentType>()
const loading = new Map<PageRoute, Promise<ComponentType>>()

export function loadPageCode(route: PageRoute): Promise<ComponentType> {
  const underWay = loading.get(route)
  if (underWay) return underWay
  const code = route.load().then(module => {
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
