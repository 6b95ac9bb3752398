import type { TextsOf } from '../../platform/i18n/texts-of.js'
import type { legalDe } from './legal.de.js'

export const legalEn: TextsOf<typeof legalDe> = {
  imprint: {
    title: 'Imprint',
    sections: {
      who: {
        heading: 'Who runs this site',
        text: 'This site demonstrates the free software Randnotiz. It is run by the person or organisation that started it and is no offer of the city of Detmold.',
      },
      content: {
        heading: 'Content',
        text: 'The texts on the Smart City concept were written for the demonstration. Persons, figures and dates are invented unless publicly known.',
      },
      software: {
        heading: 'Software',
        text: 'Randnotiz is under the European Union Public Licence, version 1.2. Whoever uses it in their own town names address, representation and contact here.',
      },
    },
  },
  privacy: {
    title: 'Privacy',
    sections: {
      reading: {
        heading: 'While you read',
        text: 'You read without an account. Your browser talks to this server only; visits are not counted and nothing comes from third parties. One cookie keeps the language you chose.',
      },
      account: {
        heading: 'With an account',
        text: 'We store your e-mail address, the name you write under, and your password in a form nobody can calculate it from. Only the name is public. One cookie keeps you signed in.',
      },
      writing: {
        heading: 'While you write',
        text: 'Annotations and replies are public, together with their passage and time. What you have not sent yet stays on your device.',
      },
      rights: {
        heading: 'Your rights',
        text: 'You can learn what is stored about you, and have it corrected or erased. Please turn to whoever the imprint names.',
      },
    },
  },
  accessibility: {
    title: 'Accessibility',
    sections: {
      state: {
        heading: 'State',
        text: 'We follow the Web Content Accessibility Guidelines 2.2, level AA, which EN 301 549 and the rules of North Rhine-Westphalia refer to. This site is checked automatically at every change; an audit by others is still to come.',
      },
      ways: {
        heading: 'Ways to get there',
        text: 'All texts can be read without JavaScript and used with the keyboard. To annotate there is a button at each paragraph, besides selecting. No colour carries a meaning alone.',
      },
      limits: {
        heading: 'What is still missing',
        text: 'So far one text is there in plain language and none in sign language; editors can add both to every text. Editing tables together is laborious with a screen reader.',
      },
      report: {
        heading: 'Report a barrier',
        text: 'If you meet a barrier, please write to whoever the imprint names. Name the page and what kept you from going on.',
      },
    },
  },
}
