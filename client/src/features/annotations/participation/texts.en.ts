import type { TextsOf } from '../../../platform/i18n/texts-of.js'
import type { participationDe } from './texts.de.js'

/** English sentences of the numbers on taking part. */
export const participationEn: TextsOf<typeof participationDe> = {
  title: 'Who takes part',
  intro:
    'Counted is what everybody can read. Numbers below {{least}} do not stand by themselves, so that nobody can be made out.',
  people_one: 'person writes',
  people_other: 'people write',
  contributions_one: 'annotation',
  contributions_other: 'annotations',
  replies_one: 'reply to it',
  replies_other: 'replies to them',
  supports_one: 'time supported',
  supports_other: 'times supported',
  byAccount: 'People, with and without an account',
  byKind: 'Annotations by kind',
  byChannel: 'Annotations by the way they came',
  byPhase: 'Annotations by phase',
  byMonth: 'Annotations by month',
  newcomers: 'People who wrote for the first time',
  account: { account: 'with an account', guest: 'without an account', imported: 'from another tool' },
  between: 'between phases',
  rest: 'others',
  what: 'What',
  number: 'Number',
  tooFew: 'Still too few to be broken down.',
}
