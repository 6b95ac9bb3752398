import { Route, Routes } from 'react-router'
import { useInBrowser } from '../../platform/use-in-browser.js'
import { usePageCode } from '../page-code.js'
import type { PageRoute } from '../page-route.js'
import { PageLoading } from './page-loading.js'

/** The page of a route, with the route's parameters for `useParams`. */
export function PageSlot({ route }: { route: PageRoute }) {
  const inBrowser = useInBrowser()
  const ready = route.renderedBy === 'server' || inBrowser
  return (
    <Routes>
      <Route path={route.path} element={ready ? <Page route={route} /> : <PageLoading />} />
    </Routes>
  )
}

function Page({ route }: { route: PageRoute }) {
  const Code = usePageCode(route)
  return <Code />
}
