import { getHome } from '@randnotiz/contract/publishing/endpoints'
import { ask } from '../../platform/question.js'

/** The process a visitor lands on. */
export const homeQuestion = ask(getHome)
