import { matchPath } from 'react-router'
import type { PageRoute, RouteParams } from './page-route.js'
import { routes } from './routes.js'

export type FoundRoute = { route: PageRoute; params: RouteParams; search: URLSearchParams }

/** The first route that fits a path; `search` is what stands behind it, from the question mark on. */
export function findRoute(pathname: string, search = ''): FoundRoute {
  for (const route of routes) {
    const match = matchPath(route.path, pathname)
    if (match) return { route, params: match.params, search: new URLSearchParams(search) }
  }
  throw new Error('no route takes unknown addresses')
}
