import { getTextState } from '@randnotiz/contract/annotations/endpoints'
import { AnnotationId, type DocumentId, TextStateId } from '@randnotiz/contract/kit/ids'
import { ask, type Question } from '../../../platform/question.js'

/** The part of the address that names the annotation. */
const annotationKey = 'anmerkung'

type Asked = { documentId: DocumentId; textStateId: string; search: URLSearchParams }

/** A stored text, with the passage of the annotation that the address names; null for an address that names no text. */
export function textStateQuestion({
  documentId,
  textStateId,
  search,
}: Asked): Question<typeof getTextState> | null {
  const state = TextStateId.safeParse(textStateId)
  const annotation = AnnotationId.safeParse(search.get(annotationKey))
  if (!state.success) return null
  const query = annotation.success ? { annotation: annotation.data } : {}
  return ask(getTextState, { params: { documentId, textStateId: state.data }, query })
}

type Quoted = { slug: string; textStateId: TextStateId; annotationId: AnnotationId }

/** Leads to the words in the text they were quoted from. */
export function textStateAddress({ slug, textStateId, annotationId }: Quoted): string {
  return `/texte/${slug}/stand/${textStateId}?${annotationKey}=${annotationId}#${quotedId}`
}

/** The HTML `id` of the quoted words. */
export const quotedId = 'textstelle'
