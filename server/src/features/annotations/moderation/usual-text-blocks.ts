import { TextBlock } from '@randnotiz/contract/annotations/moderation/settings'
import { z } from 'zod'

/** What a process starts with; staff change it as they like. */
export const usualTextBlocks: readonly TextBlock[] = z.array(TextBlock).parse([
  {
    id: 'beleidigung',
    rule: 'insult',
    title: 'Beleidigung einer Person',
    text: {
      de: 'Der Beitrag greift eine Person mit herabsetzenden Worten an. Kritik an der Sache ist willkommen; Menschen zu beleidigen, ist es nicht. Ohne diese Worte kann Ihr Beitrag öffentlich werden.',
      en: 'The contribution attacks a person in degrading words. Criticism of the matter is welcome; insulting people is not. Without these words your contribution can become public.',
    },
  },
  {
    id: 'abwertung',
    rule: 'hate',
    title: 'Abwertung einer Gruppe',
    text: {
      de: 'Der Beitrag wertet Menschen ab, weil sie einer Gruppe angehören. Das verletzt unsere Regeln, auch als Zitat oder Scherz.',
      en: 'The contribution disparages people because they belong to a group. That breaks our rules, also as a quotation or a joke.',
    },
  },
  {
    id: 'persoenliche-daten',
    rule: 'personal-data',
    title: 'Daten einer anderen Person',
    text: {
      de: 'Der Beitrag nennt Angaben, an denen eine andere Person zu erkennen ist, ohne dass sie zugestimmt hat. Nehmen Sie diese Angaben bitte heraus.',
      en: 'The contribution contains details by which another person can be recognised without their consent. Please take these details out.',
    },
  },
  {
    id: 'werbung',
    rule: 'advertising',
    title: 'Werbung',
    text: {
      de: 'Der Beitrag wirbt für ein Angebot und sagt nichts zum Text des Konzepts.',
      en: 'The contribution advertises something and says nothing about the text of the concept.',
    },
  },
  {
    id: 'thema',
    rule: 'off-topic',
    title: 'Anderes Thema',
    text: {
      de: 'Der Beitrag hat mit dem Text, an dem er steht, nichts zu tun. Gern nehmen wir ihn an einer passenden Stelle auf.',
      en: 'The contribution has nothing to do with the text it stands at. We gladly take it at a fitting place.',
    },
  },
])
