import { getAnswerTotals, getDocumentAnswerTotals } from '@randnotiz/contract/answers/endpoints'
import { type DocumentId, Slug } from '@randnotiz/contract/kit/ids'
import { ask } from '../../../platform/question.js'

/** How far the answering of a process is. */
export const totalsQuestion = (slug: string) => ask(getAnswerTotals, { params: { slug: Slug.parse(slug) } })

/** The same for one text. */
export const documentTotalsQuestion = (documentId: DocumentId) =>
  ask(getDocumentAnswerTotals, { params: { documentId } })
