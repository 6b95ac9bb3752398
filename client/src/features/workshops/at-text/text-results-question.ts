import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { getTextResults } from '@randnotiz/contract/workshops/text-results'
import { ask } from '../../../platform/question.js'

/** What workshops have said about a text. */
export const textResultsQuestion = (documentId: DocumentId) => ask(getTextResults, { params: { documentId } })
