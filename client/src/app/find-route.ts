import { matchPath } from 'react-router'
import type { PageRoute, RouteParams } from './page-route.js'
import { routes } from './routes.js'

export type FoundRoute = { route: PageRoute; params: RouteParams }

/** The first route that fits a path. */
export function findRoute(pathname: string): FoundRoute {
  for (const route of routes) {
    const match = matchPath(route.path, pathname)
    if (match) return { route, params: match.params }
  }
  throw new Error('no route takes unknown addresses')
}
