import type { TextsOf } from '../../platform/i18n/texts-of.js'
import type { kindTextsDe } from './kind-texts.de.js'

/** English names of the kinds of contributions, and what each of them asks. Apart, because halls need no more. */
export const kindTextsEn: TextsOf<typeof kindTextsDe> = {
  kind: {
    stakeholder: 'Missing stakeholders',
    alternative: 'Alternative',
    cooperation: 'Cooperation',
    risk: 'Risk',
    benefit: 'Benefit',
    idea: 'Idea',
    question: 'Question',
    wording: 'Wording',
  },
  ask: {
    stakeholder: 'Who is missing here?',
    alternative: 'What do you see differently?',
    cooperation: 'Who could help with this?',
    risk: 'What can go wrong?',
    benefit: 'What is good about it?',
    idea: 'What do you suggest?',
    question: 'What is unclear?',
    wording: 'Why should it read like this?',
  },
}
