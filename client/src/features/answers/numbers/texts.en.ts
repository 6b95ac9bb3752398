import type { TextsOf } from '../../../platform/i18n/texts-of.js'
import type { numbersDe } from './texts.de.js'

/** English sentences about a process in numbers. */
export const numbersEn: TextsOf<typeof numbersDe> = {
  title: 'Numbers',
  intro: 'All annotations that everybody can read, counted as in the open data and on the page of results.',
  totals: {
    title: 'Overview',
    contributions: 'annotations',
    answered: 'answered',
    median: 'Half of the answers came within',
    p90: 'Nine of ten came within',
    days_one: '{{days}} day',
    days_other: '{{days}} days',
    none: 'none yet',
  },
  column: { part: 'What', count: 'Count', share: 'Share' },
  nothing: 'There is nothing to count yet.',
  kinds: 'By kind',
  channels: 'By channel',
  outcomes: 'By outcome',
  outcomesHint: 'An annotation with several points counts for each point here.',
  months: 'By month',
  chapters: 'By chapter',
  whole: 'Whole text, or before the first heading',
  outcome: {
    adopted: 'Adopted',
    partly: 'Partly adopted',
    rejected: 'Not adopted',
    noted: 'Noted',
    contained: 'Contained already',
    forwarded: 'Forwarded',
    examination: 'To be examined',
  },
  print: 'Print',
}
