import type { mailTextsDe } from './mail-texts.de.js'

type TextsLike<Texts> = { [Key in keyof Texts]: Texts[Key] extends string ? string : TextsLike<Texts[Key]> }
export type MailTexts = TextsLike<typeof mailTextsDe>

/** English words of mails. */
export const mailTextsEn: MailTexts = {
  greeting: 'Hello,',
  confirm: {
    subject: 'Please confirm your e-mail address',
    text: 'somebody gave this address to Randnotiz to be told about their own contributions. Was it you? Then please confirm. Before that we send nothing to this address.',
    action: 'Confirm address',
    footer: 'If it was not you, there is nothing to do. The link is valid for seven days.',
  },
  replied: {
    subject: 'A reply to your annotation on “{{document}}”',
    text: '{{by}} has replied to your annotation on “{{document}}”:',
    action: 'Read the reply',
  },
  outcome: {
    subject: 'What becomes of your annotation on “{{document}}”',
    text: 'the city has decided on your annotation on “{{document}}”: {{outcome}}. The reason:',
    action: 'See annotation and outcome',
  },
  supported: {
    subject: 'What becomes of an annotation on “{{document}}” that you support',
    text: 'the city has decided on an annotation on “{{document}}” that you support: {{outcome}}. The reason:',
    action: 'See annotation and outcome',
  },
  crew: {
    subject: '{{by}} asks you to help run “{{workshop}}”',
    text: '{{by}} has put you into the crew of the workshop “{{workshop}}” ({{role}}). You find it with your workshops.',
    action: 'To the workshop',
  },
  crewRole: {
    owner: 'in charge',
    lead: 'lead',
    coLead: 'co-lead',
    scribe: 'scribe',
    moderator: 'looking through contributions',
    observer: 'observer',
  },
  mentioned: {
    subject: '{{by}} mentions you in a note',
    text: '{{by}} has mentioned you in an internal note on an annotation on “{{document}}”:',
    action: 'To the annotation at the desk',
  },
  held: {
    subject: 'Your contribution to “{{document}}” is read first',
    text: 'your contribution to “{{document}}” has arrived. Before it becomes public, a moderator reads it. You will hear from us afterwards.',
    action: 'See your contribution',
  },
  approved: {
    subject: 'Your contribution to “{{document}}” is public',
    text: 'a moderator has read your contribution to “{{document}}”. Everybody can see it now.',
    action: 'See your contribution',
  },
  hidden: {
    subject: 'Your contribution to “{{document}}” was hidden',
    text: 'the moderators have hidden your contribution to “{{document}}”. Which rule it breaks, why, for how long, and how you can object is in the statement of reasons.',
    action: 'Read the reasons',
  },
  restored: {
    subject: 'Your contribution to “{{document}}” is public again',
    text: 'everybody can see your contribution to “{{document}}” again.',
    action: 'See your contribution',
  },
  upheld: {
    subject: 'About your objection concerning “{{document}}”',
    text: 'another moderator has looked into your objection. Your contribution to “{{document}}” stays hidden. The reasons say why.',
    action: 'Read the reasons',
  },
  reversed: {
    subject: 'Your objection concerning “{{document}}” was successful',
    text: 'another moderator has looked into your objection. Everybody can see your contribution to “{{document}}” again.',
    action: 'See your contribution',
  },
  reportReceived: {
    subject: 'Your report has arrived',
    text: 'thank you for reporting a contribution to “{{document}}”. The moderators look at it. With this code you find the decision at any time: {{code}}. To get it by e-mail too, please confirm this address.',
    action: 'Get the decision by e-mail',
    footer: 'If you have not reported anything, there is nothing to do.',
  },
  acted: {
    subject: 'Your report: the contribution was hidden',
    text: 'the moderators have looked at the contribution to “{{document}}” that you reported, and have hidden it. Thank you for telling us.',
    action: 'See the report',
  },
  notActed: {
    subject: 'Your report: the contribution stays',
    text: 'the moderators have looked at the contribution to “{{document}}” that you reported. It breaks none of our rules and stays.',
    action: 'See the report',
  },
  news: {
    subject: '{{headline}}',
    text: 'news from “{{process}}”: {{headline}}',
    action: 'Read on',
  },
  released: {
    subject: 'New release of “{{document}}”: {{title}}',
    text: 'there is a new release of “{{document}}”: {{title}} (number {{number}}). It also shows what has changed.',
    action: 'Read the release',
  },
  begun: {
    subject: 'In “{{process}}” this has begun: {{phase}}',
    text: 'in “{{process}}” a new phase has begun: {{phase}}.',
    action: 'See what is possible now',
  },
  ended: {
    subject: 'In “{{process}}” this is over: {{phase}}',
    text: 'in “{{process}}” this phase is over: {{phase}}. You can go on reading everything.',
    action: 'See how it goes on',
  },
  confirmFollowing: {
    subject: 'Please confirm: news of “{{title}}” by e-mail',
    text: 'somebody would like to hear at this address what is going on with “{{title}}”. Was it you? Then please confirm. Until then we do not store the address.',
    action: 'Yes, I would like to hear of it',
    footer: 'If it was not you, there is nothing to do. The link is valid for seven days.',
  },
  digest: {
    subjectDaily: 'Your day on Randnotiz',
    subjectWeekly: 'Your week on Randnotiz',
    text: 'this has happened since the last overview:',
    action: 'See everything',
  },
  always: 'You always get this message because it tells a decision or a request that concerns you.',
  unsubscribe: 'Stop mails like this: {{url}}',
  settings: 'All settings: {{url}}',
}
