import { findAnnotations } from '@randnotiz/contract/annotations/endpoints'
import { FindingQuery } from '@randnotiz/contract/annotations/finding'
import { ask, type Question } from '../../../platform/question.js'

/** Address of the list of all contributions; the filters stand behind the question mark. */
export const findingsPath = '/anmerkungen'

/** What the address asks for. Parts that mean nothing are passed over: an old link still shows a list. */
export function readFindingQuery(search: URLSearchParams): FindingQuery {
  const parts = Object.entries(FindingQuery.shape).flatMap(([name, shape]) => {
    const parsed = shape.safeParse(search.get(name) ?? undefined)
    return parsed.success && parsed.data !== undefined ? [[name, parsed.data]] : []
  })
  return FindingQuery.parse(Object.fromEntries(parts))
}

export function findingsQuestion(slug: string, search: URLSearchParams): Question<typeof findAnnotations> {
  return ask(findAnnotations, { params: { slug }, query: readFindingQuery(search) })
}

/** The same list with something else chosen; it begins at its first page. */
export function findingsAddress(query: FindingQuery, changes: Partial<FindingQuery> = {}): string {
  const chosen = { ...query, after: undefined, ...changes }
  const parts = Object.entries(chosen).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const search = new URLSearchParams(parts).toString()
  return search ? `${findingsPath}?${search}` : findingsPath
}
