import { openIndex } from '@randnotiz/contract/annotations/exchange/open-endpoints'
import { ask } from '../../../platform/question.js'

/** Where the open data begin, and their licence. */
export const openDataQuestion = ask(openIndex)
