export const appDe = {
  siteName: 'Randnotiz',
  claim: 'Die Stadt schreibt. Sie schreiben an den Rand.',
  editing: '{{title}} bearbeiten',
  skipToContent: 'Zum Inhalt springen',
  loading: 'Die Seite wird geladen …',
  navigation: {
    main: 'Hauptnavigation',
    home: 'Zum Prozess',
    language: 'Sprache',
    german: 'Deutsch',
    english: 'English',
  },
  footer: {
    label: 'Rechtliches',
    about: 'Randnotiz ist freie Software. Jede Stadt darf sie nutzen und verändern.',
  },
  notFound: {
    title: 'Seite nicht gefunden',
    text: 'Unter dieser Adresse steht nichts. Vielleicht ist ein Text umgezogen, vielleicht fehlt nur ein Buchstabe.',
    home: 'Zur Startseite',
  },
  refused: {
    title: 'Das geht hier nicht',
  },
  outage: {
    title: 'Das hat nicht geklappt',
    again: 'Noch einmal versuchen',
  },
  needsScript: 'Für diese Seite braucht Ihr Browser JavaScript. Alle Texte können Sie ohne lesen.',
  offline: 'Keine Verbindung. Sie können weiterlesen; Neues erscheint, sobald die Verbindung wieder steht.',
}
