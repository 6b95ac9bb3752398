/** German sentences of accounts. */
export const accountsDe = {
  email: 'E-Mail-Adresse',
  password: 'Passwort',
  showPassword: 'Passwort zeigen',
  hidePassword: 'Passwort verbergen',
  needsScript: 'Zum Anmelden braucht Ihr Browser JavaScript. Lesen können Sie alle Texte auch ohne.',
  missingEmail: 'Bitte geben Sie eine E-Mail-Adresse an, zum Beispiel name@beispiel.de.',
  missingPassword: 'Bitte geben Sie Ihr Passwort ein.',
  missingPseudonym: 'Bitte wählen Sie einen Namen mit zwei bis vierzig Zeichen.',
  signIn: {
    title: 'Anmelden',
    intro:
      'Zum Lesen brauchen Sie kein Konto. Angemeldet können Sie Textstellen anmerken und anderen antworten.',
    submit: 'Anmelden',
    busy: 'Sie werden angemeldet',
    noAccount: 'Noch kein Konto?',
    toSignUp: 'Konto anlegen',
  },
  signUp: {
    title: 'Konto anlegen',
    intro: 'Mit einem Konto schreiben Sie an den Rand des Textes. Ihren richtigen Namen brauchen wir nicht.',
    pseudonym: 'Name, unter dem Sie schreiben',
    pseudonymHint: 'Er steht öffentlich neben Ihren Anmerkungen. Er muss nicht Ihr richtiger sein.',
    emailHint: 'Sie wird nirgends angezeigt.',
    passwordHint: 'Mindestens {{count}} Zeichen. Gut zu merken sind einige Wörter hintereinander.',
    submit: 'Konto anlegen',
    busy: 'Ihr Konto wird angelegt',
    haveAccount: 'Schon ein Konto?',
    toSignIn: 'Anmelden',
  },
  menu: {
    label: 'Ihr Konto',
    signOut: 'Abmelden',
    signingOut: 'Sie werden abgemeldet',
  },
  role: {
    participant: 'Teilnehmer*in',
    editor: 'Redaktion',
    facilitator: 'Werkstattleitung',
    moderator: 'Moderation',
    admin: 'Verwaltung der Plattform',
  },
}
