import MarkdownIt from 'markdown-it'

const markdown = new MarkdownIt({ html: true, linkify: false })
// Whether a link may stand is decided once, where nodes are made, so that what is left out is told.
markdown.validateLink = () => true

/** Facts about a file that some programs write before its text. */
const frontMatter = /^---\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)\s*(?:\r?\n|$)/

export type MarkdownHtml = { html: string; metadata: string | null }

/** CommonMark with tables; HTML in it is HTML. */
export function markdownToHtml(text: string): MarkdownHtml {
  const facts = frontMatter.exec(text)
  const looksLikeFacts = facts !== null && /^[\w-]+\s*:/m.test(facts[1] ?? '')
  const body = looksLikeFacts ? text.slice(facts[0].length) : text
  return { html: markdown.render(body), metadata: looksLikeFacts ? (facts[1] ?? '') : null }
}
