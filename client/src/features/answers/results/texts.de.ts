/** German sentences of the results. */
export const resultsDe = {
  title: 'Ergebnisse',
  intro: 'Was aus den Anmerkungen geworden ist: jedes Ergebnis, jede Begründung, jede Änderung am Text.',
  numbers: 'In Zahlen',
  byOutcome: 'Antworten nach Ergebnis',
  outcome: 'Ergebnis',
  document: 'Text',
  all: 'alle',
  choose: 'Auswählen',
  list: 'Anmerkungen und Antworten',
  found_one: '{{count}} beantwortete Anmerkung',
  found_other: '{{count}} beantwortete Anmerkungen',
  none: 'Dazu gibt es noch keine Antwort.',
  next: 'Weitere',
  releases: 'Fassungen der Texte',
  link: 'Alle Ergebnisse mit Begründung',
} as const
