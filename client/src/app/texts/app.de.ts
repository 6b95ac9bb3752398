export const appDe = {
  siteName: 'Randnotiz',
  editing: '{{title}} bearbeiten',
  textThen: '{{title}}: früherer Text',
  linkOf: 'Link und QR-Code zu {{title}}',
  skipToContent: 'Zum Inhalt springen',
  loading: 'Die Seite wird geladen …',
  navigation: {
    main: 'Hauptnavigation',
    rooms: { texts: 'Texte', annotations: 'Anmerkungen', results: 'Ergebnisse', news: 'Neues' },
    language: 'Sprache',
  },
  footer: {
    numbers: 'Moderation in Zahlen',
    reports: 'Stand einer Meldung',
    label: 'Rechtliches',
    about: 'Randnotiz ist freie Software. Jede Stadt darf sie nutzen und verändern.',
  },
  notFound: {
    title: 'Seite nicht gefunden',
    text: 'Unter dieser Adresse steht nichts. Vielleicht ist ein Text umgezogen, vielleicht fehlt nur ein Buchstabe.',
    home: 'Zur Startseite',
  },
  staff: {
    title: 'Arbeitsbereich',
    intro: 'Für alle, die bei der Stadt an den Texten und Beiträgen arbeiten.',
    rooms: {
      answers: {
        title: 'Beiträge',
        text: 'Was Menschen geschrieben haben, prüfen, beantworten, veröffentlichen.',
      },
      moderation: { title: 'Moderation', text: 'Was zurückgehalten, gemeldet oder widersprochen ist.' },
      rules: { title: 'Regeln', text: 'Was zuerst gelesen wird, und die Textbausteine.' },
      log: { title: 'Protokoll', text: 'Wer wann was entschieden hat, und warum.' },
      outbox: { title: 'Postausgang', text: 'Mails, die unterwegs sind oder hier liegen.' },
      news: { title: 'Neuigkeiten', text: 'Schreiben, was sich tut, und alle, die folgen, erfahren es.' },
      process: { title: 'Prozess', text: 'Phasen, Kontakt, Reihenfolge und Spielraum der Texte.' },
      numbers: { title: 'Zahlen', text: 'Beiträge und Antworten, gezählt für Rat und Bericht.' },
      intake: { title: 'Eingang', text: 'Briefe, E-Mails, Karten und Gesagtes eintragen.' },
      textImport: {
        title: 'Text übernehmen',
        text: 'Aus Word, Markdown oder HTML: als neuer Text oder als neuer Entwurf.',
      },
      workshops: { title: 'Werkstätten', text: 'Live mit vielen am selben Text: planen, einladen, leiten.' },
      exports: { title: 'Ausgaben', text: 'Synopse, Texte und Beschlussvorlage als Dateien.' },
      exchange: {
        title: 'Beiträge übernehmen',
        text: 'Aus CONSUL und anderen Werkzeugen, und als Archiv nach draußen.',
      },
    },
  },
  refused: {
    title: 'Das geht hier nicht',
  },
  outage: {
    title: 'Das hat nicht geklappt',
    again: 'Noch einmal versuchen',
  },
  needsScript: 'Für diese Seite braucht Ihr Browser JavaScript. Alle Texte können Sie ohne lesen.',
}
