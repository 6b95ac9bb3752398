import type { TextsOf } from '../../../platform/i18n/texts-of.js'
import type { followingDe } from './texts.de.js'

/** English sentences of following. */
export const followingEn: TextsOf<typeof followingDe> = {
  follow: 'Stay up to date',
  following: 'You follow this',
  stop: 'Stop following',
  stopNamed: 'Stop following “{{title}}”',
  started: 'From now on you will hear of it.',
  stopped: 'You will not hear of it any more.',
  underWay: 'One moment',
  list: {
    title: 'What you follow',
    none: 'Nothing yet. The home page and every text have “Stay up to date”.',
    explained: 'Of texts you hear new releases, of the process also news and new phases.',
  },
  page: {
    title: 'Stay up to date',
    intro: {
      process: 'You hear of “{{title}}”: news, new releases of the texts, new phases.',
      document: 'You hear when there is a new release of “{{title}}”.',
    },
    byAccount: 'With an account',
    byAccountText: 'When you are signed in, one press is enough. You read it here and, if you like, by mail.',
    signIn: 'Sign in',
    byMail: 'By e-mail only',
    byMailText:
      'You need no account. We send you a link; only when you follow it do we remember the address.',
    email: 'E-mail address',
    emailWrong: 'Please check the address.',
    cadence: 'How often?',
    cadences: {
      'at-once': 'At once',
      daily: 'Collected, every morning',
      weekly: 'Collected, every Monday',
    },
    send: 'Send the link',
    sent: 'The mail is on its way. Follow the link in it.',
    privacy: 'One click in any mail ends it. Then we delete the address.',
  },
  confirm: {
    title: 'News by e-mail',
    text: 'Would you like to hear at this address what is going on?',
    action: 'Yes, please',
    done: 'Thank you. You will hear from us from now on.',
    manage: 'See and change what comes',
  },
  manage: {
    title: 'Your mails',
    intro: 'This comes to {{address}}.',
    keep: 'I would like to hear of',
    language: 'Language of the mails',
    nothing: 'Nothing at the moment.',
    save: 'Save',
    saved: 'Saved.',
    end: 'End everything and delete the address',
    ended: 'Done. We have deleted the address.',
  },
}
