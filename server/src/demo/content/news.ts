import type { NewsTexts } from '@randnotiz/contract/publishing/news'

/** What has happened in the demo process. Nobody named here exists. */
export type DemoNews = { key: string; daysAgo: number; texts: NewsTexts }

export const demoNews: DemoNews[] = [
  {
    key: 'werkstatt-mobil',
    daysAgo: 2,
    texts: {
      de: {
        headline: 'Werkstatt zur Mobilen Stadt: Kommen Sie vorbei',
        body: `Wie kommt man abends aus der Kernstadt nach Hause, wenn der letzte Bus um halb zehn fährt? Darüber sprechen wir in einer Werkstatt zum Baustein [Mobile Stadt](/texte/mobile-stadt).

# Was Sie erwartet

- zwei Stunden an kleinen Tischen, je ein Absatz des Textes
- Kinderbetreuung nebenan, Kuchen für alle
- am Ende eine Abstimmung mit dem eigenen Telefon oder mit Karten

Sie müssen sich nicht anmelden. Wer nicht kommen kann, schreibt seine Anmerkung einfach hier an den Rand; beides landet auf demselben Stapel.`,
      },
      en: {
        headline: 'Workshop on the Mobile City: come along',
        body: `How do you get home from the centre at night when the last bus leaves at half past nine? That is what a workshop on the building block [Mobile City](/texte/mobile-stadt) is about.

# What to expect

- two hours at small tables, one paragraph of the text at each
- child care next door, cake for everybody
- a vote at the end, by phone or with cards

You need not sign up. If you cannot come, write your note in the margin here; both end up on the same pile.`,
      },
    },
  },
  {
    key: 'zwischenstand',
    daysAgo: 16,
    texts: {
      de: {
        headline: 'Was aus den ersten Anmerkungen geworden ist',
        body: `Seit der Text offen liegt, haben Sie uns an vielen Stellen auf die Sprünge geholfen. In der Mobilen Stadt steht nun, dass **jede Umleitung auch für den Rollstuhl taugen** muss, und der Radweg endet nicht mehr an der Kreuzung.

Die neue Fassung zeigt Satz für Satz, was sich geändert hat und wegen welcher Anmerkung. Was wir nicht übernommen haben, beantworten wir ebenfalls, mit Gründen.`,
      },
      en: {
        headline: 'What has become of the first notes',
        body: `Since the text has been open you have helped us along in many places. The Mobile City now says that **every detour has to work for wheelchairs too**, and the cycle lane no longer ends at the crossing.

The new release shows sentence by sentence what has changed, and because of which note. What we have not taken up we answer as well, with reasons.`,
      },
    },
  },
  {
    key: 'stadtkontakt-faehrt',
    daysAgo: 41,
    texts: {
      de: {
        headline: 'Der Anhänger macht Station in Pivitsheide',
        body: `Stadtkontakt mobil steht einen Nachmittag lang am Dorfplatz. Sie können dort den Text auf großem Papier lesen, mit uns reden und eine Anmerkung diktieren; wir tippen sie für Sie ein.

Die nächsten Ortsteile losen wir öffentlich aus.`,
      },
      en: null,
    },
  },
]
