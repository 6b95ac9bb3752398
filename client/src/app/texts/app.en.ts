import type { TextsOf } from '../../platform/i18n/texts-of.js'
import type { appDe } from './app.de.js'

export const appEn: TextsOf<typeof appDe> = {
  siteName: 'Randnotiz',
  editing: 'Edit {{title}}',
  textThen: '{{title}}: earlier text',
  linkOf: 'Link and QR code for {{title}}',
  skipToContent: 'Skip to content',
  loading: 'The page is loading …',
  navigation: {
    main: 'Main navigation',
    rooms: { texts: 'Texts', annotations: 'Annotations', results: 'Results', news: 'News' },
    language: 'Language',
  },
  footer: {
    numbers: 'Moderation in numbers',
    reports: 'State of a report',
    label: 'Legal',
    about: 'Randnotiz is free software. Every city may use and change it.',
  },
  notFound: {
    title: 'Page not found',
    text: 'There is nothing at this address. Perhaps a text has moved, perhaps only a letter is missing.',
    home: 'To the home page',
  },
  staff: {
    title: 'Staff area',
    intro: 'For everybody who works on the texts and contributions at the city.',
    rooms: {
      answers: { title: 'Contributions', text: 'Review, answer and publish what people have written.' },
      moderation: { title: 'Moderation', text: 'What is held back, reported or objected to.' },
      rules: { title: 'Rules', text: 'What is read first, and the text blocks.' },
      log: { title: 'Log', text: 'Who decided what and when, and why.' },
      outbox: { title: 'Outbox', text: 'Mails that are on their way or stayed here.' },
      news: { title: 'News', text: 'Write what is going on, and everybody who follows hears of it.' },
      process: { title: 'Process', text: 'Phases, contact, order and leeway of the texts.' },
      numbers: { title: 'Numbers', text: 'Contributions and answers, counted for council and report.' },
      intake: { title: 'Intake', text: 'Type in letters, e-mails, cards and spoken words.' },
      textImport: {
        title: 'Take over a text',
        text: 'From Word, Markdown or HTML: as a new text or as a new draft.',
      },
      workshops: { title: 'Workshops', text: 'Live with many people on the same text: plan, invite, lead.' },
      exports: { title: 'Exports', text: 'Synopsis, texts and council paper as files.' },
      exchange: {
        title: 'Take contributions over',
        text: 'From CONSUL and other tools, and out again as an archive.',
      },
    },
  },
  refused: {
    title: 'This is not possible here',
  },
  outage: {
    title: 'That did not work',
    again: 'Try again',
  },
  needsScript: 'This page needs JavaScript in your browser. You can read all texts without it.',
}
