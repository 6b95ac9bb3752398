import type { DocumentLink } from '@randnotiz/contract/accounts/notices'
import type { Language } from '@randnotiz/contract/kit/wire-values'
import { composeMail, fill, mailTexts } from './compose-mail.js'

/** To somebody who has reported a contribution and left an address; they may have no account. */
export type ReporterMail = {
  /** Names what happened: mailed once. */
  key: string
  address: string
  language: Language
  document: DocumentLink
  about: { kind: 'received'; code: string } | { kind: 'decided'; result: 'acted' | 'not-acted' }
  /** Where to go on, on this site. */
  path: string
}

export function reporterMail(
  { language, document, about, path }: ReporterMail,
  linkTo: (path: string) => string,
) {
  const texts = mailTexts[language]
  const words =
    about.kind === 'received' ? texts.reportReceived : about.result === 'acted' ? texts.acted : texts.notActed
  const values = { document: document.title[language], code: about.kind === 'received' ? about.code : '' }
  return composeMail({
    language,
    subject: fill(words.subject, values),
    paragraphs: [fill(words.text, values)],
    action: { label: words.action, url: linkTo(path) },
    footer: about.kind === 'received' ? [texts.reportReceived.footer] : [],
  })
}
