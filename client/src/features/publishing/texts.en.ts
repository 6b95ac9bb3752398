import type { TextsOf } from '../../platform/i18n/texts-of.js'
import type { publishingDe } from './texts.de.js'

/** English sentences of the process and its home page. */
export const publishingEn: TextsOf<typeof publishingDe> = {
  hero: {
    read: 'Read the texts',
    how: 'How to take part',
    running: 'Running now: {{phase}}',
    until: 'until {{date}}',
    between: 'No phase is running at present. You can read at any time.',
  },
  example: {
    label: 'An example: a passage with an annotation in the margin and the answer of the city',
    heading: 'Arriving at the station',
    before: 'Whoever comes by train will find everything in one place on the forecourt: ',
    passage: 'bicycles for hire, the bus and a clearly legible board with the departures.',
    after: ' The ways between them are short and lit at night.',
    kind: 'Missing stakeholders',
    note: 'And people who do not see well? Please ask the association of the blind before you order the board.',
    author: 'Linden Leaf',
    outcome: 'Will be considered',
    reason: 'The board will read its text aloud.',
  },
  notice: 'Demonstration',
  welcome: 'What this is about',
  totals: {
    label: 'Figures of the process',
    texts_one: 'text in progress',
    texts_other: 'texts in progress',
    annotations_one: 'annotation in the margin',
    annotations_other: 'annotations in the margin',
    readers_one: 'person reading along now',
    readers_other: 'people reading along now',
  },
  phases: {
    heading: 'Where we are',
    past: 'completed',
    current: 'running now',
    upcoming: 'still to come',
    period: '{{from}} to {{to}}',
    allowsAnnotate: 'Open for annotations',
  },
  documents: {
    buildingBlocks: 'Building blocks',
    buildingBlocksIntro: 'They describe the city we want to be.',
    measures: 'Measures',
    measuresIntro:
      'They say what will be done, by whom and at what cost. This is where most can still be changed.',
    number: {
      buildingBlock: 'Building block {{number}}',
      measure: 'Measure {{number}}',
    },
    annotations_one: '{{count}} annotation',
    annotations_other: '{{count}} annotations',
    noAnnotations: 'No annotation yet',
    readers_one: '{{count}} reading now',
    readers_other: '{{count}} reading now',
    responsible: 'In charge: {{unit}}',
    status: { planned: 'planned', running: 'running', done: 'completed' },
    leeway: {
      informed: 'You are informed',
      consulted: 'Your advice is wanted',
      codecided: 'You help decide',
    },
  },
  filter: {
    label: 'Choose measures',
    theme: 'Theme',
    status: 'Status',
    all: 'all',
    choice_one: '{{label}}: {{count}} measure',
    choice_other: '{{label}}: {{count}} measures',
    found_one: '{{shown}} of {{count}} measure',
    found_other: '{{shown}} of {{count}} measures',
    none: 'There is no measure of this choice.',
    reset: 'Show all measures',
  },
  steps: {
    heading: 'Into the margin in three steps',
    read: {
      title: 'Read',
      text: 'You read the working draft that the editors are writing. Without signing in, on any device.',
    },
    annotate: {
      title: 'Annotate',
      text: 'You select a passage, or press the button at a paragraph, and write what is missing or could be better.',
    },
    follow: {
      title: 'Follow',
      text: 'Your annotation keeps its place, even when the text changes. Others can reply to it.',
    },
  },
  contact: 'Contact',
  results: {
    heading: 'What comes of it',
    signUp: 'Create an account and join in',
  },
}
