import type { TextsOf } from '../../../platform/i18n/texts-of.js'
import type { resultsDe } from './texts.de.js'

/** English sentences of the results. */
export const resultsEn: TextsOf<typeof resultsDe> = {
  title: 'Results',
  intro: 'What has become of the annotations: every outcome, every reason, every change of the text.',
  numbers: 'In numbers',
  byOutcome: 'Answers by outcome',
  byKind: 'By kind',
  byChapter: 'By chapter',
  whole: 'Whole text, or before the first heading',
  column: {
    kind: 'Kind',
    chapter: 'Chapter',
    contributions: 'anno\u00adtations',
    answered: 'answered',
    adopted: 'in the text',
  },
  columnsExplained:
    '“In the text” counts annotations that find their way into the text, in whole or in part. An annotation is answered when each of its points has an answer.',
  outcome: 'Outcome',
  document: 'Text',
  all: 'all',
  choose: 'Choose',
  list: 'Annotations and answers',
  found_one: '{{count}} answered annotation',
  found_other: '{{count}} answered annotations',
  none: 'There is no answer to these yet.',
  next: 'More',
  releases: 'Releases of the texts',
  link: 'All outcomes with their reasons',
}
