import { listAnswers } from '@randnotiz/contract/answers/endpoints'
import { AnswersQuery } from '@randnotiz/contract/answers/public'
import { getResultNumbers } from '@randnotiz/contract/answers/result-numbers'
import { Slug } from '@randnotiz/contract/kit/ids'
import { ask, type Question } from '../../../platform/question.js'

/** Address of what came of the contributions; the filters stand behind the question mark. */
export const resultsPath = '/ergebnisse'

/** What the address asks for. Parts that mean nothing are passed over: an old link still shows a list. */
export function readResultsQuery(search: URLSearchParams): AnswersQuery {
  const parts = Object.entries(AnswersQuery.shape).flatMap(([name, shape]) => {
    const parsed = shape.safeParse(search.get(name) ?? undefined)
    return parsed.success && parsed.data !== undefined ? [[name, parsed.data]] : []
  })
  return AnswersQuery.parse(Object.fromEntries(parts))
}

export function resultsQuestion(slug: string, search: URLSearchParams): Question<typeof listAnswers> {
  return ask(listAnswers, { params: { slug: Slug.parse(slug) }, query: readResultsQuery(search) })
}

/** The same list with something else chosen; it begins at its first page. */
export function resultsAddress(query: AnswersQuery, changes: Partial<AnswersQuery> = {}): string {
  const chosen = { ...query, after: undefined, ...changes }
  const parts = Object.entries(chosen).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const search = new URLSearchParams(parts).toString()
  return search ? `${resultsPath}?${search}` : resultsPath
}

/** How many there are and what came of them, by kind and by chapter. */
export const resultNumbersQuestion = (slug: string) =>
  ask(getResultNumbers, { params: { slug: Slug.parse(slug) } })
