import type { TextsOf } from '../../../platform/i18n/texts-of.js'
import type { readerDe } from './texts.de.js'

/** English sentences of the public reader. */
export const readerEn: TextsOf<typeof readerDe> = {
  kind: { buildingBlock: 'Building block {{number}}', measure: 'Measure {{number}}' },
  readingTime_one: 'about {{count}} minute to read',
  readingTime_other: 'about {{count}} minutes to read',
  editedAt: 'Working state of {{moment}}',
  publishedAt: 'Published on {{moment}}',
  edit: 'Edit',
  outline: 'Contents',
  text: 'Text',
  leeway: {
    label: 'Leeway',
    informed: 'Information',
    consulted: 'Consultation',
    codecided: 'Joint decision',
  },
  leewayExplained: {
    informed: 'Here the city informs. Questions are welcome, the text will hardly change.',
    consulted: 'Here the city asks for advice. Your annotations are considered and answered.',
    codecided: 'Here the decision is taken together. Your annotations help to shape the text.',
  },
  facts: {
    heading: 'At a glance',
    status: 'Status',
    responsibleUnit: 'Responsible',
    contact: 'Contact',
    partners: 'Partners',
    place: 'Place',
    duration: 'Duration',
    cost: 'Cost',
    funding: 'Funding',
    themes: 'Sustainability themes',
  },
  status: { planned: 'planned', running: 'running', done: 'done' },
  live: {
    label: 'Connection',
    connecting: 'Connecting …',
    live: 'Live',
    liveExplained: 'Changes of the text appear at once.',
    offline: 'Offline',
    offlineExplained: 'You see the last state. It goes on as soon as there is a connection.',
    paused: 'Paused',
    pausedExplained: 'Changes of the text are not shown at the moment.',
    ended: 'Not live',
    endedExplained: 'You see the text as it was when you opened the page.',
    pause: 'Pause live changes',
    resume: 'Show live changes',
  },
}
