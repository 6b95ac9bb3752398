/** German sentences of the process and its home page. */
export const publishingDe = {
  hero: {
    read: 'Texte lesen',
    how: 'So machen Sie mit',
    running: 'Läuft gerade: {{phase}}',
    until: 'bis {{date}}',
    between: 'Gerade läuft keine Phase. Lesen können Sie jederzeit.',
  },
  example: {
    label: 'Ein Beispiel: eine Textstelle mit einer Anmerkung am Rand und der Antwort der Stadt',
    heading: 'Ankommen am Bahnhof',
    before: 'Wer mit dem Zug kommt, findet auf dem Vorplatz künftig alles an einem Ort: ',
    passage: 'Räder zum Leihen, den Bus und eine gut lesbare Tafel mit den Abfahrten.',
    after: ' Die Wege dazwischen sind kurz und auch nachts beleuchtet.',
    kind: 'Fehlende Akteur*innen',
    note: 'Und wer nicht gut sieht? Fragt bitte den Blindenverein, bevor ihr die Tafel bestellt.',
    author: 'Lindenblatt',
    outcome: 'Wird berücksichtigt',
    reason: 'Die Tafel bekommt eine Vorlesefunktion.',
  },
  notice: 'Demonstration',
  welcome: 'Worum es geht',
  totals: {
    label: 'Zahlen zum Prozess',
    texts_one: 'Text in Arbeit',
    texts_other: 'Texte in Arbeit',
    annotations_one: 'Anmerkung am Rand',
    annotations_other: 'Anmerkungen am Rand',
    readers_one: 'Mensch liest gerade mit',
    readers_other: 'Menschen lesen gerade mit',
  },
  phases: {
    heading: 'Wo wir stehen',
    past: 'abgeschlossen',
    current: 'läuft gerade',
    upcoming: 'kommt noch',
    period: '{{from}} bis {{to}}',
    allowsAnnotate: 'Anmerken möglich',
  },
  documents: {
    buildingBlocks: 'Konzeptbausteine',
    buildingBlocksIntro: 'Sie beschreiben, welche Stadt wir sein wollen.',
    measures: 'Maßnahmen',
    measuresIntro:
      'Sie sagen, was konkret geschieht, wer es tut und was es kostet. Hier ist der Spielraum am größten.',
    number: {
      buildingBlock: 'Baustein {{number}}',
      measure: 'Maßnahme {{number}}',
    },
    annotations_one: '{{count}} Anmerkung',
    annotations_other: '{{count}} Anmerkungen',
    noAnnotations: 'Noch keine Anmerkung',
    readers_one: '{{count}} liest gerade',
    readers_other: '{{count}} lesen gerade',
    responsible: 'Zuständig: {{unit}}',
    status: { planned: 'geplant', running: 'läuft', done: 'abgeschlossen' },
    leeway: {
      informed: 'Sie werden informiert',
      consulted: 'Ihr Rat ist gefragt',
      codecided: 'Sie entscheiden mit',
    },
  },
  steps: {
    heading: 'In drei Schritten am Rand',
    read: {
      title: 'Lesen',
      text: 'Sie lesen den Arbeitsstand, an dem die Redaktion gerade schreibt. Ohne Anmeldung, auf jedem Gerät.',
    },
    annotate: {
      title: 'Anmerken',
      text: 'Sie markieren eine Stelle oder drücken den Knopf am Absatz und schreiben, was fehlt oder besser ginge.',
    },
    follow: {
      title: 'Verfolgen',
      text: 'Ihre Anmerkung bleibt an ihrer Stelle, auch wenn der Text sich ändert. Andere können darauf antworten.',
    },
  },
  results: {
    heading: 'Was daraus wird',
    signUp: 'Konto anlegen und mitschreiben',
  },
}
