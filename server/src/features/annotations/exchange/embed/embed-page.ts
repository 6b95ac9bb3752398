import type { Language } from '@randnotiz/contract/kit/wire-values'
import { isOfficial } from '@randnotiz/domain/annotations/exchange/open-annotation'
import type { PublicContribution } from '@randnotiz/domain/annotations/exchange/public-contribution'
import { embedTexts } from '../embed-texts.js'
import { paintPassages } from './paint-passages.js'

export type EmbeddedText = {
  language: Language
  title: string
  /** The whole page of the text on this site. */
  page: string
  licence: string
  /** Safe HTML of the text, and its flat text. */
  html: string
  text: string
  contributions: readonly PublicContribution[]
  /** How many more there are than are shown. */
  further: number
}

type Numbered = { number: number; contribution: PublicContribution }

/** A page of its own that works in a frame on other sites: no script, no cookie, nobody's name. */
export function embedPage(embedded: EmbeddedText): string {
  const { language, title, page, licence, html, text, contributions, further } = embedded
  const t = embedTexts[language]
  const notes = contributions.map((contribution, position) => ({ number: position + 1, contribution }))
  const painted = paintPassages(html, text, notes.flatMap(placeOf))
  const away = `target="_blank" rel="noopener"`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<link rel="canonical" href="${escaped(page)}">
<link rel="stylesheet" href="/embed/style.css">
</head>
<body>
<header class="head">
<a href="${escaped(page)}" ${away}>${t.takePart}</a>
</header>
<main>
<h1>${escaped(title)}</h1>
<div class="wide" lang="de">${painted}</div>
<section aria-labelledby="notes">
<h2 id="notes">${t.contributions(contributions.length + further)}</h2>
<ol class="notes">
${notes.map(note => noteHtml(note, language)).join('\n')}
</ol>
${further > 0 ? `<p><a href="${escaped(page)}" ${away}>${t.more(further)}</a></p>` : ''}
</section>
</main>
<footer class="foot">Randnotiz · <a href="${escaped(licence)}" ${away}>${t.licence}</a></footer>
</body>
</html>
`
}

function placeOf({ number, contribution: { resolution } }: Numbered) {
  return isAttached(resolution) ? [{ ...resolution.range, number }] : []
}

type Resolution = PublicContribution['resolution']

const isAttached = (
  resolution: Resolution,
): resolution is Extract<Resolution, { status: 'exact' | 'changed' }> =>
  resolution.status === 'exact' || resolution.status === 'changed'

function noteHtml({ number, contribution }: Numbered, language: Language): string {
  const t = embedTexts[language]
  const { kind, target, body, reason, instead, replacement, resolution, replies } = contribution
  const words =
    target.kind === 'passage' ? `<blockquote class="words">${escaped(target.quote.exact)}</blockquote>` : ''
  const said = [body, reason, instead, replacement && `→ ${replacement}`]
    .flatMap(part => part ?? [])
    .map(part => `<p class="body">${escaped(part)}</p>`)
  const where = isAttached(resolution)
    ? `<a href="#passage-${number}">${t.toPassage}</a>`
    : `<span class="words">${target.kind === 'document' ? t.wholeText : t.passageGone}</span>`
  const answers = replies.map(
    reply =>
      `<li><p class="body">${escaped(reply.body)}</p>${isOfficial(reply) ? `<p class="kind">${t.official}</p>` : ''}</li>`,
  )
  return `<li id="note-${number}"><p class="kind">${number} · ${t.kinds[kind]}</p>${words}${said.join('')}<p>${where}</p>${
    answers.length > 0 ? `<ul class="replies">${answers.join('')}</ul>` : ''
  }</li>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, character => entities[character] ?? character)
