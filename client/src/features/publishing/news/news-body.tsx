import type { Language } from '@randnotiz/contract/kit/wire-values'

/** The words of a news item. The server has built the HTML from our own table of tags, so it is safe to insert. */
export function NewsBody({ html, language }: { html: string; language: Language }) {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: see above.
    <div className="document prose" lang={language} dangerouslySetInnerHTML={{ __html: html }} />
  )
}
