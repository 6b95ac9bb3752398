import { getDocument } from '@randnotiz/contract/documents/endpoints'
import { ask } from '../../platform/question.js'

/** A document as its reader sees it: text, facts and what the viewer may do with it. */
export const documentQuestion = (slug: string) => ask(getDocument, { params: { slug } })
