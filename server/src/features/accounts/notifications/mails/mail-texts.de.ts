/** German words of mails. Holes are `{{name}}`, as everywhere. */
export const mailTextsDe = {
  greeting: 'Guten Tag,',
  confirm: {
    subject: 'Bitte bestätigen Sie Ihre E-Mail-Adresse',
    text: 'diese Adresse wurde bei Randnotiz angegeben, um über eigene Beiträge informiert zu werden. Waren Sie das? Dann bestätigen Sie es bitte. Vorher schicken wir nichts an diese Adresse.',
    action: 'Adresse bestätigen',
    footer: 'Waren Sie es nicht, brauchen Sie nichts zu tun. Der Link gilt sieben Tage.',
  },
  replied: {
    subject: 'Antwort auf Ihre Anmerkung zu „{{document}}“',
    text: '{{by}} hat auf Ihre Anmerkung zu „{{document}}“ geantwortet:',
    action: 'Antwort lesen',
  },
  outcome: {
    subject: 'Was aus Ihrer Anmerkung zu „{{document}}“ wird',
    text: 'die Stadt hat über Ihre Anmerkung zu „{{document}}“ entschieden: {{outcome}}. Die Begründung:',
    action: 'Anmerkung und Ergebnis ansehen',
  },
  supported: {
    subject: 'Was aus einer Anmerkung zu „{{document}}“ wird, die Sie unterstützen',
    text: 'die Stadt hat über eine Anmerkung zu „{{document}}“ entschieden, die Sie unterstützen: {{outcome}}. Die Begründung:',
    action: 'Anmerkung und Ergebnis ansehen',
  },
  crew: {
    subject: '{{by}} bittet Sie in das Team von „{{workshop}}“',
    text: '{{by}} hat Sie in das Team der Werkstatt „{{workshop}}“ geholt ({{role}}). Sie finden sie bei Ihren Werkstätten.',
    action: 'Zur Werkstatt',
  },
  crewRole: {
    owner: 'verantwortlich',
    lead: 'Leitung',
    coLead: 'Mitleitung',
    scribe: 'Mitschrift',
    moderator: 'Sichtung der Beiträge',
    observer: 'Beobachtung',
  },
  mentioned: {
    subject: '{{by}} erwähnt Sie in einer Notiz',
    text: '{{by}} hat Sie in einer internen Notiz zu einer Anmerkung zu „{{document}}“ erwähnt:',
    action: 'Zur Anmerkung am Arbeitsplatz',
  },
  held: {
    subject: 'Ihr Beitrag zu „{{document}}“ wird zuerst gelesen',
    text: 'Ihr Beitrag zu „{{document}}“ ist angekommen. Bevor er öffentlich wird, liest ihn jemand aus der Moderation. Sie hören danach von uns.',
    action: 'Ihren Beitrag ansehen',
  },
  approved: {
    subject: 'Ihr Beitrag zu „{{document}}“ ist öffentlich',
    text: 'die Moderation hat Ihren Beitrag zu „{{document}}“ gelesen. Er ist jetzt für alle sichtbar.',
    action: 'Ihren Beitrag ansehen',
  },
  hidden: {
    subject: 'Ihr Beitrag zu „{{document}}“ wurde ausgeblendet',
    text: 'die Moderation hat Ihren Beitrag zu „{{document}}“ ausgeblendet. Welche Regel verletzt ist, warum, wie lange das gilt und wie Sie widersprechen, steht in der Begründung.',
    action: 'Begründung lesen',
  },
  restored: {
    subject: 'Ihr Beitrag zu „{{document}}“ ist wieder öffentlich',
    text: 'Ihr Beitrag zu „{{document}}“ ist wieder für alle sichtbar.',
    action: 'Ihren Beitrag ansehen',
  },
  upheld: {
    subject: 'Zu Ihrem Widerspruch wegen „{{document}}“',
    text: 'eine andere Person aus der Moderation hat Ihren Widerspruch geprüft. Ihr Beitrag zu „{{document}}“ bleibt ausgeblendet. Warum, steht in der Begründung.',
    action: 'Begründung lesen',
  },
  reversed: {
    subject: 'Ihr Widerspruch wegen „{{document}}“ hatte Erfolg',
    text: 'eine andere Person aus der Moderation hat Ihren Widerspruch geprüft. Ihr Beitrag zu „{{document}}“ ist wieder für alle sichtbar.',
    action: 'Ihren Beitrag ansehen',
  },
  reportReceived: {
    subject: 'Ihre Meldung ist angekommen',
    text: 'danke für Ihre Meldung zu einem Beitrag in „{{document}}“. Die Moderation sieht ihn sich an. Mit diesem Code finden Sie die Entscheidung jederzeit: {{code}}. Soll sie Ihnen auch per E-Mail zugehen, bestätigen Sie bitte diese Adresse.',
    action: 'Entscheidung per E-Mail erhalten',
    footer: 'Haben Sie nichts gemeldet, brauchen Sie nichts zu tun.',
  },
  acted: {
    subject: 'Ihre Meldung: Der Beitrag wurde ausgeblendet',
    text: 'die Moderation hat den Beitrag in „{{document}}“ geprüft, den Sie gemeldet haben, und ihn ausgeblendet. Danke für den Hinweis.',
    action: 'Zur Meldung',
  },
  notActed: {
    subject: 'Ihre Meldung: Der Beitrag bleibt stehen',
    text: 'die Moderation hat den Beitrag in „{{document}}“ geprüft, den Sie gemeldet haben. Er verletzt keine unserer Regeln und bleibt stehen.',
    action: 'Zur Meldung',
  },
  news: {
    subject: '{{headline}}',
    text: 'Neues aus „{{process}}“: {{headline}}',
    action: 'Weiterlesen',
  },
  released: {
    subject: 'Neue Fassung von „{{document}}“: {{title}}',
    text: 'von „{{document}}“ gibt es eine neue Fassung: {{title}} (Nummer {{number}}). Sie sehen dort auch, was sich geändert hat.',
    action: 'Fassung lesen',
  },
  begun: {
    subject: 'In „{{process}}“ hat begonnen: {{phase}}',
    text: 'in „{{process}}“ hat ein neuer Abschnitt begonnen: {{phase}}.',
    action: 'Sehen, was jetzt möglich ist',
  },
  ended: {
    subject: 'In „{{process}}“ ist zu Ende: {{phase}}',
    text: 'in „{{process}}“ ist dieser Abschnitt zu Ende: {{phase}}. Lesen können Sie alles weiterhin.',
    action: 'Sehen, wie es weitergeht',
  },
  confirmFollowing: {
    subject: 'Bitte bestätigen: Neues zu „{{title}}“ per E-Mail',
    text: 'mit dieser Adresse möchte jemand hören, was sich bei „{{title}}“ tut. Waren Sie das? Dann bestätigen Sie es bitte. Bis dahin speichern wir die Adresse nicht.',
    action: 'Ja, ich möchte davon hören',
    footer: 'Waren Sie es nicht, brauchen Sie nichts zu tun. Der Link gilt sieben Tage.',
  },
  digest: {
    subjectDaily: 'Ihr Tag auf Randnotiz',
    subjectWeekly: 'Ihre Woche auf Randnotiz',
    text: 'das ist seit der letzten Übersicht geschehen:',
    action: 'Alles ansehen',
  },
  always:
    'Diese Nachricht bekommen Sie immer, weil sie eine Entscheidung oder eine Bitte mitteilt, die Sie selbst betrifft.',
  unsubscribe: 'Solche Mails abbestellen: {{url}}',
  settings: 'Alle Einstellungen: {{url}}',
} as const
