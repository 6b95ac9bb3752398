import { findingsPath } from '../../features/annotations/finding/findings-question.js'
import { resultsPath } from '../../features/answers/results/results-question.js'
import { newsPath } from '../../features/publishing/news/news-questions.js'

/** Where everybody can go from every page, in the order in which it is offered; `name` is the key among the texts. */
export const siteRooms = [
  { name: 'texts', path: '/#konzeptbausteine' },
  { name: 'annotations', path: findingsPath },
  { name: 'results', path: resultsPath },
  { name: 'news', path: newsPath },
] as const satisfies readonly { name: string; path: string }[]
