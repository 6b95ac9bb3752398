/** German sentences of following. */
export const followingDe = {
  follow: 'Auf dem Laufenden bleiben',
  following: 'Sie folgen',
  stop: 'Nicht mehr folgen',
  stopNamed: '„{{title}}“ nicht mehr folgen',
  started: 'Ab jetzt hören Sie davon.',
  stopped: 'Sie hören nicht mehr davon.',
  underWay: 'Einen Moment',
  list: {
    title: 'Dem folgen Sie',
    none: 'Noch nichts. Auf der Startseite und an jedem Text steht „Auf dem Laufenden bleiben“.',
    explained: 'Von Texten hören Sie neue Fassungen, vom Prozess auch Neuigkeiten und neue Phasen.',
  },
  page: {
    title: 'Auf dem Laufenden bleiben',
    intro: {
      process: 'Sie hören von „{{title}}“: Neuigkeiten, neue Fassungen der Texte, neue Phasen.',
      document: 'Sie hören davon, wenn es von „{{title}}“ eine neue Fassung gibt.',
    },
    byAccount: 'Mit Konto',
    byAccountText:
      'Wenn Sie angemeldet sind, genügt ein Knopfdruck. Sie lesen es hier und auf Wunsch per Mail.',
    signIn: 'Anmelden',
    byMail: 'Nur per E-Mail',
    byMailText:
      'Sie brauchen kein Konto. Wir schicken Ihnen einen Link; erst wenn Sie ihm folgen, merken wir uns die Adresse.',
    email: 'E-Mail-Adresse',
    emailWrong: 'Bitte prüfen Sie die Adresse.',
    cadence: 'Wie oft?',
    cadences: {
      'at-once': 'Sofort',
      daily: 'Gesammelt, jeden Morgen',
      weekly: 'Gesammelt, jeden Montag',
    },
    send: 'Link schicken',
    sent: 'Die Mail ist unterwegs. Folgen Sie dem Link darin.',
    privacy: 'Abbestellen geht mit einem Klick in jeder Mail. Dann löschen wir die Adresse.',
  },
  confirm: {
    title: 'Neues per E-Mail',
    text: 'Möchten Sie an diese Adresse hören, was sich tut?',
    action: 'Ja, bitte',
    done: 'Danke. Ab jetzt hören Sie von uns.',
    manage: 'Auswahl ansehen und ändern',
  },
  manage: {
    title: 'Ihre Mails',
    intro: 'Das kommt an {{address}}.',
    keep: 'Davon möchte ich hören',
    language: 'Sprache der Mails',
    nothing: 'Zurzeit nichts.',
    save: 'Speichern',
    saved: 'Gespeichert.',
    end: 'Alles abbestellen und Adresse löschen',
    ended: 'Erledigt. Wir haben die Adresse gelöscht.',
  },
} as const
