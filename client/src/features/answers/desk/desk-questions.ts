import type { PointName } from '@randnotiz/contract/answers/case'
import { DeskQuery } from '@randnotiz/contract/answers/desk'
import { getAnswerDesk, getCase, getPickableText, getSimilar } from '@randnotiz/contract/answers/endpoints'
import { AnnotationId, type DocumentId, Slug } from '@randnotiz/contract/kit/ids'
import { ask } from '../../../platform/question.js'

export const deskPath = '/arbeit/beitraege'
export const answerSettingsPath = '/arbeit/beitraege/bausteine'

/** `search` is the choice at the desk that somebody comes from. */
export function casePath(annotationId: string, number = 1, search = ''): string {
  const point = number === 1 ? '' : `#punkt-${number}`
  return `${deskPath}/${annotationId}${search === '' ? '' : `?${search}`}${point}`
}

/** What an address says about the choice; whatever it does not understand is left out. */
export function readDeskQuery(search: URLSearchParams): DeskQuery {
  const said = Object.fromEntries([...search].filter(([name]) => name in DeskQuery.shape))
  const read = DeskQuery.safeParse(said)
  return read.success ? read.data : DeskQuery.parse({})
}

export const deskQuestion = (slug: string, query: DeskQuery) =>
  ask(getAnswerDesk, { params: { slug: Slug.parse(slug) }, query })

/** What no address of ours is asks for a contribution that nobody has made. */
export function caseQuestion(id: string) {
  const annotationId = AnnotationId.safeParse(id).data ?? AnnotationId.parse('0'.repeat(24))
  return ask(getCase, { params: { annotationId } })
}

export const similarQuestion = ({ annotationId, number }: PointName) =>
  ask(getSimilar, { params: { annotationId }, query: { point: number } })

export const pickableQuestion = (documentId: DocumentId) => ask(getPickableText, { params: { documentId } })
