import type { Language } from '@randnotiz/contract/kit/wire-values'
import { mailTextsDe } from './mail-texts.de.js'
import { type MailTexts, mailTextsEn } from './mail-texts.en.js'

export const mailTexts: Record<Language, MailTexts> = { de: mailTextsDe, en: mailTextsEn }

/** What a mail says; plain words, from which the text and the HTML are made. */
export type MailContent = {
  language: Language
  subject: string
  paragraphs: string[]
  /** Somebody's own words. */
  quote?: string
  /** One line each. */
  list?: { text: string; url: string }[]
  action: { label: string; url: string }
  /** Small print, one line each. */
  footer: string[]
}

/** Fills the holes of a sentence. */
export function fill(sentence: string, values: Record<string, string>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_hole, name: string) => values[name] ?? '')
}

/** One line, and not too long for a header. */
const subjectLine = (subject: string) => subject.replace(/\s+/g, ' ').trim().slice(0, 200)

export function composeMail(content: MailContent): { subject: string; text: string; html: string } {
  return { subject: subjectLine(content.subject), text: plainText(content), html: simpleHtml(content) }
}

function plainText({ language, paragraphs, quote, list = [], action, footer }: MailContent): string {
  const quoted =
    quote === undefined
      ? []
      : [
          quote
            .split('\n')
            .map(line => `> ${line}`)
            .join('\n'),
        ]
  return [
    mailTexts[language].greeting,
    ...paragraphs,
    ...quoted,
    ...list.map(({ text, url }) => `* ${text}\n  ${url}`),
    `${action.label}:\n${action.url}`,
    '-- ',
    footer.join('\n'),
  ].join('\n\n')
}

/** No images, no styles that a mail program would have to understand: headings, paragraphs and one link. */
function simpleHtml({
  language,
  subject,
  paragraphs,
  quote,
  list = [],
  action,
  footer,
}: MailContent): string {
  const link = ({ label, url }: { label: string; url: string }) =>
    `<a href="${inHtml(url)}">${inHtml(label)}</a>`
  const items = list.map(({ text, url }) => `<li>${link({ label: text, url })}</li>`).join('\n')
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${inHtml(subject)}</title></head>
<body style="max-width:40em;margin:0 auto;padding:1em;font:17px/1.5 system-ui,sans-serif">
<p>${inHtml(mailTexts[language].greeting)}</p>
${paragraphs.map(words => `<p>${inHtml(words)}</p>`).join('\n')}
${quote === undefined ? '' : `<blockquote>${inHtml(quote).replaceAll('\n', '<br>')}</blockquote>`}
${items === '' ? '' : `<ul>\n${items}\n</ul>`}
<p><strong>${link(action)}</strong></p>
<hr>
${footer.map(line => `<p><small>${linked(line)}</small></p>`).join('\n')}
</body>
</html>
`
}

/** Addresses in the small print can be followed. */
function linked(line: string): string {
  return inHtml(line).replace(/https?:\/\/[^\s<>"]+/g, url => `<a href="${url}">${url}</a>`)
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const inHtml = (text: string) => text.replace(/[&<>"']/g, sign => signs[sign] ?? sign)
