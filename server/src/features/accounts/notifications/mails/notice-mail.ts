import type { NoticeEvent } from '@randnotiz/contract/accounts/notices'
import type { Language } from '@randnotiz/contract/kit/wire-values'
import { fill, type MailContent, mailTexts } from './compose-mail.js'
import type { MailTexts } from './mail-texts.en.js'

type Words = { subject: string; text: string; action: string }

/** Where on this site an event is to be seen. */
export function pathOf(event: NoticeEvent): string {
  switch (event.kind) {
    case 'news':
    case 'crew':
      return event.path
    case 'released':
      return `/texte/${event.document.slug}/fassungen/${event.number}`
    case 'phase':
      return '/#phasen'
    case 'moderated':
      return event.result === 'hidden' ? `/moderation/${event.decisionId}` : contributionPath(event)
    case 'objection-decided':
      return `/moderation/${event.decisionId}`
    case 'mentioned':
      return `/arbeit/beitraege/${event.annotationId}`
    case 'report-decided':
    case 'replied':
    case 'outcome':
    case 'held':
      return contributionPath(event)
  }
}

type AboutContribution = Extract<NoticeEvent, { annotationId: unknown }>

function contributionPath({ document, annotationId }: AboutContribution): string {
  return `/texte/${document.slug}#anmerkung-${annotationId}`
}

/** What a notice says in a mail of its own; the small print is the sender's. */
export function noticeContent(
  event: NoticeEvent,
  { language, linkTo }: { language: Language; linkTo(path: string): string },
): Omit<MailContent, 'footer'> {
  const words = wordsOf(event, mailTexts[language])
  const values = valuesOf(event, language)
  const quote = quoteOf(event)
  return {
    language,
    subject: fill(words.subject, values),
    paragraphs: [fill(words.text, values)],
    ...(quote === undefined ? {} : { quote }),
    action: { label: words.action, url: linkTo(pathOf(event)) },
  }
}

function wordsOf(event: NoticeEvent, texts: MailTexts): Words {
  switch (event.kind) {
    case 'moderated':
      return texts[event.result]
    case 'objection-decided':
      return texts[event.result]
    case 'report-decided':
      return event.result === 'acted' ? texts.acted : texts.notActed
    case 'phase':
      return texts[event.change]
    case 'outcome':
      return event.as === 'author' ? texts.outcome : texts.supported
    case 'replied':
    case 'mentioned':
    case 'held':
    case 'news':
    case 'released':
    case 'crew':
      return texts[event.kind]
  }
}

function valuesOf(event: NoticeEvent, language: Language): Record<string, string> {
  if (event.kind === 'news')
    return { process: event.process.title[language], headline: event.headline[language] }
  if (event.kind === 'crew')
    return { workshop: event.workshop, by: event.by, role: mailTexts[language].crewRole[event.role] }
  if (event.kind === 'phase') return { process: event.process.title[language], phase: event.phase[language] }
  return {
    document: event.document.title[language],
    ...(event.kind === 'released' ? { number: String(event.number), title: event.title } : {}),
    ...(event.kind === 'replied' || event.kind === 'mentioned' ? { by: event.by } : {}),
    ...(event.kind === 'outcome' ? { outcome: event.outcome[language] } : {}),
  }
}

function quoteOf(event: NoticeEvent): string | undefined {
  if (event.kind === 'replied' || event.kind === 'mentioned') return event.excerpt
  return event.kind === 'outcome' ? event.reason : undefined
}
