import type { DemoBuildingBlock } from './demo-document.js'

export const buildingBlocks: DemoBuildingBlock[] = [
  {
    slug: 'allgemeines-zielbild',
    kind: 'buildingBlock',
    number: 1,
    title: { de: 'Allgemeines Zielbild', en: 'General Vision' },
    teaser: {
      de: 'Was Detmold bis 2035 erreichen will, nach welchen Grundsätzen, und woran sich das ablesen lässt.',
      en: 'What Detmold wants to achieve by 2035, by which principles, and how anyone can tell.',
    },
    leeway: 'consulted',
    facts: null,
    file: 'building-blocks/1-allgemeines-zielbild.md',
  },
  {
    slug: 'mobile-stadt',
    kind: 'buildingBlock',
    number: 2,
    title: { de: 'Mobile Stadt', en: 'Mobile City' },
    teaser: {
      de: 'Wie man in allen 27 Ortsteilen gut ankommt, auch ohne eigenes Auto und auch am Abend.',
      en: 'How to get around well in all 27 districts, even without a car and even at night.',
    },
    leeway: 'consulted',
    facts: null,
    file: 'building-blocks/2-mobile-stadt.md',
  },
  {
    slug: 'transparente-stadt',
    kind: 'buildingBlock',
    number: 3,
    title: { de: 'Transparente Stadt', en: 'Transparent City' },
    teaser: {
      de: 'Unterlagen finden, Daten verstehen und die Gründe hinter Entscheidungen nachlesen.',
      en: 'Finding papers, understanding data and reading the reasons behind decisions.',
    },
    leeway: 'consulted',
    facts: null,
    file: 'building-blocks/3-transparente-stadt.md',
  },
  {
    slug: 'interaktive-stadt',
    kind: 'buildingBlock',
    number: 4,
    title: { de: 'Interaktive Stadt', en: 'Interactive City' },
    teaser: {
      de: 'Wie Beteiligung abläuft, wie viel Einfluss sie hat und wann Sie eine Antwort bekommen.',
      en: 'How taking part works, how much influence it has and when you get an answer.',
    },
    leeway: 'codecided',
    leewayText: {
      de: 'Wie Beteiligung abläuft und wie schnell Sie eine Antwort bekommen, schreiben wir mit Ihnen zusammen fest. Das Geld dafür beschließt der Rat mit dem Haushalt; darüber entscheidet dieser Text nicht.',
      en: 'How taking part works and how soon you get an answer is written down together with you. The money for it is decided by the council with the budget; this text does not decide about that.',
    },
    facts: null,
    file: 'building-blocks/4-interaktive-stadt.md',
  },
  {
    slug: 'soziale-stadt',
    kind: 'buildingBlock',
    number: 5,
    title: { de: 'Soziale Stadt', en: 'Social City' },
    teaser: {
      de: 'Zwei gleich gute Wege zu jeder Leistung, und Hilfe im eigenen Ortsteil für alle, die sie brauchen.',
      en: 'Two equally good ways to every service, and help in their own district for all who need it.',
    },
    leeway: 'consulted',
    facts: null,
    file: 'building-blocks/5-soziale-stadt.md',
  },
  {
    slug: 'florierende-stadt',
    kind: 'buildingBlock',
    number: 6,
    title: { de: 'Florierende Stadt', en: 'Thriving City' },
    teaser: {
      de: 'Gute Arbeit, weniger Leerstand, Nahversorgung im Ortsteil und Genehmigungen, die man verfolgen kann.',
      en: 'Good work, fewer empty shops, local supplies in the districts and permits you can follow.',
    },
    leeway: 'consulted',
    facts: null,
    file: 'building-blocks/6-florierende-stadt.md',
  },
]
