/** Short texts for the demonstration; a city replaces them by its own. */
export const legalDe = {
  imprint: {
    title: 'Impressum',
    sections: {
      who: {
        heading: 'Wer hinter dieser Seite steht',
        text: 'Diese Seite ist eine Vorführung der freien Software Randnotiz. Sie wird von der Person oder Einrichtung betrieben, die sie gestartet hat, und ist kein Angebot der Stadt Detmold.',
      },
      content: {
        heading: 'Inhalte',
        text: 'Die Texte zum Smart-City-Konzept sind eigens für die Vorführung geschrieben. Personen, Zahlen und Termine sind erfunden, soweit sie nicht öffentlich bekannt sind.',
      },
      software: {
        heading: 'Software',
        text: 'Randnotiz steht unter der European Union Public Licence, Version 1.2. Wer es im eigenen Ort einsetzt, nennt an dieser Stelle Anschrift, Vertretung und Kontakt.',
      },
    },
  },
  privacy: {
    title: 'Datenschutz',
    sections: {
      reading: {
        heading: 'Beim Lesen',
        text: 'Sie lesen ohne Konto. Ihr Browser spricht nur mit diesem Server; es gibt keine Zählung von Besuchen und keine Inhalte von Dritten. Ein Cookie merkt sich die gewählte Sprache.',
      },
      account: {
        heading: 'Mit einem Konto',
        text: 'Wir speichern Ihre E-Mail-Adresse, den Namen, unter dem Sie schreiben, und Ihr Passwort in einer Form, aus der es niemand zurückrechnen kann. Öffentlich ist nur der Name. Ein Cookie hält Sie angemeldet.',
      },
      writing: {
        heading: 'Beim Schreiben',
        text: 'Anmerkungen und Antworten sind öffentlich, samt Textstelle und Zeitpunkt. Was Sie noch nicht abgeschickt haben, bleibt auf Ihrem Gerät.',
      },
      rights: {
        heading: 'Ihre Rechte',
        text: 'Sie können erfahren, was über Sie gespeichert ist, es berichtigen und löschen lassen. Wenden Sie sich dafür an die im Impressum genannte Stelle.',
      },
    },
  },
  accessibility: {
    title: 'Barrierefreiheit',
    sections: {
      state: {
        heading: 'Stand',
        text: 'Wir richten uns nach den Web Content Accessibility Guidelines 2.2, Stufe AA, auf die EN 301 549 und die BITV NRW verweisen. Diese Seite wird bei jeder Änderung automatisch geprüft; eine Prüfung durch Dritte steht noch aus.',
      },
      ways: {
        heading: 'Wege zum Ziel',
        text: 'Alle Texte lassen sich ohne JavaScript lesen und mit der Tastatur bedienen. Zum Anmerken gibt es neben dem Markieren einen Knopf an jedem Absatz. Farben tragen nie allein eine Bedeutung.',
      },
      limits: {
        heading: 'Was noch fehlt',
        text: 'In Leichter Sprache gibt es bisher einen Text, in Gebärdensprache noch keinen; die Redaktion kann beides an jedem Text ergänzen. Beim gemeinsamen Bearbeiten von Tabellen ist die Bedienung mit Screenreadern mühsam.',
      },
      report: {
        heading: 'Barriere melden',
        text: 'Stoßen Sie auf eine Barriere, schreiben Sie bitte an die im Impressum genannte Stelle. Nennen Sie die Seite und was Sie gehindert hat.',
      },
    },
  },
}
