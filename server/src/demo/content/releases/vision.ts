import type { DemoRelease } from './demo-release.js'

export const visionReleases: readonly DemoRelease[] = [
  {
    document: 'allgemeines-zielbild',
    title: 'Fortschreibung, erster Stand',
    summary:
      'Was die erste Fassung festhielt, mit Zahlen von heute. Über das Ende der Förderung stand hier noch nichts.',
    daysAgo: 52,
    unlike: [
      {
        later:
          ' Gerade der letzte Punkt ist unbequem: Ein Projekt zu beginnen ist leichter, als es zehn Jahre lang zu pflegen.',
        earlier: '',
      },
      {
        later:
          'muss auch auf einem anderen Weg erreichbar bleiben, ohne Aufpreis und ohne längere Wartezeit.',
        earlier: 'soll auch auf einem anderen Weg erreichbar bleiben.',
      },
      {
        later:
          'Ein Antrag ist in zwölf Minuten gestellt, und wer Hilfe braucht, bekommt sie im eigenen Ortsteil.',
        earlier: 'Ein Antrag ist in zwanzig Minuten gestellt.',
      },
    ],
  },
]
