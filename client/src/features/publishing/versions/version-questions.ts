import { AnnotationId } from '@randnotiz/contract/kit/ids'
import { Day, VersionName } from '@randnotiz/contract/publishing/version'
import {
  compareVersions,
  getDay,
  getRelease,
  listVersions,
} from '@randnotiz/contract/publishing/version-endpoints'
import { ask } from '../../../platform/question.js'

export const versionsQuestion = (slug: string) => ask(listVersions, { params: { slug } })

export const releaseQuestion = (slug: string, number: string) =>
  ask(getRelease, { params: { slug, number: Number(number) } })

/** What is no day is refused by the server. */
export const dayQuestion = (slug: string, day: string) =>
  ask(getDay, { params: { slug, day: Day.safeParse(day).data ?? Day.parse('0001-01-01') } })

/** What the address of a comparison says; what it says wrongly counts as not said. */
export function comparisonQuestion(slug: string, search: URLSearchParams) {
  const from = VersionName.safeParse(search.get('von')).data
  const to = VersionName.safeParse(search.get('bis')).data
  const annotation = AnnotationId.safeParse(search.get('anmerkung')).data
  return ask(compareVersions, {
    params: { slug },
    query: {
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(annotation === undefined ? {} : { annotation }),
      show: search.get('alles') === null ? 'changes' : 'all',
    },
  })
}
