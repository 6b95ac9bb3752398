import { QueryClient } from '@tanstack/react-query'

/** What was rendered on the server counts as fresh for a while, so that a page does not ask twice while it loads. */
const freshFor = 30_000

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: freshFor, refetchOnWindowFocus: false } },
  })
}
