import type { TextsOf } from '../../platform/i18n/texts-of.js'
import type { accountsDe } from './texts.de.js'

/** English sentences of accounts. */
export const accountsEn: TextsOf<typeof accountsDe> = {
  email: 'E-mail address',
  password: 'Password',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  needsScript: 'Signing in needs JavaScript in your browser. You can read all texts without it.',
  missingEmail: 'Please give an e-mail address, for example name@example.org.',
  missingPassword: 'Please enter your password.',
  missingPseudonym: 'Please choose a name of two to forty characters.',
  signIn: {
    title: 'Sign in',
    intro: 'You need no account to read. Signed in you can annotate passages and reply to others.',
    submit: 'Sign in',
    busy: 'You are being signed in',
    noAccount: 'No account yet?',
    toSignUp: 'Create an account',
  },
  signUp: {
    title: 'Create an account',
    intro: 'With an account you write in the margin of the text. We do not need your real name.',
    pseudonym: 'Name you write under',
    pseudonymHint: 'It stands in public beside your annotations. It need not be your real one.',
    emailHint: 'It is shown nowhere.',
    passwordHint: 'At least {{count}} characters. A few words in a row are easy to remember.',
    submit: 'Create account',
    busy: 'Your account is being created',
    haveAccount: 'Already have an account?',
    toSignIn: 'Sign in',
  },
  menu: {
    label: 'Your account',
    staff: 'Staff area',
    signOut: 'Sign out',
    signingOut: 'You are being signed out',
  },
  role: {
    guest: 'Guest, without an account',
    participant: 'Participant',
    editor: 'Editor',
    facilitator: 'Facilitator',
    moderator: 'Moderator',
    admin: 'Administrator',
  },
}
