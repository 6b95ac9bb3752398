import type { DemoRelease } from './demo-release.js'

export const opennessReleases: readonly DemoRelease[] = [
  {
    document: 'transparente-stadt',
    title: 'Erster öffentlicher Stand',
    summary: 'Der erste Stand, den alle lesen konnten: drei Ziele und das Verzeichnis der Messgeräte.',
    daysAgo: 45,
    unlike: [
      {
        later: ' Das gilt auch für Geräte, die Dritte im Auftrag der Stadt aufstellen.',
        earlier: '',
      },
      {
        later:
          'Bis 2030 stehen 60 Datensätze in offenen Formaten bereit, mit Datum, Herkunft und Ansprechperson.',
        earlier: 'Bis 2030 stehen 40 Datensätze in offenen Formaten bereit.',
      },
      {
        later: '- Die Sitzungstermine lassen sich abonnieren, auch nach Ortsteilen gefiltert.\n',
        earlier: '',
      },
    ],
  },
]
