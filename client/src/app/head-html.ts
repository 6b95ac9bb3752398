import type { PageHead } from './page-route.js'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, character => entities[character] ?? character)

export type Preloads = { fonts: readonly string[]; modules: readonly string[] }

/** Title and description of a page as HTML, and the files that are needed soon. */
export function headHtml({ title, description, status, feed }: PageHead, files: Preloads): string {
  return [
    `<title>${escaped(title)}</title>`,
    description === undefined ? '' : `<meta name="description" content="${escaped(description)}">`,
    feed === undefined
      ? ''
      : `<link rel="alternate" type="application/atom+xml" title="${escaped(feed.title)}" href="${escaped(feed.href)}">`,
    status === undefined ? '' : '<meta name="robots" content="noindex">',
    ...files.fonts.map(href => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${href}">`),
    ...files.modules.map(href => `<link rel="modulepreload" crossorigin href="${href}">`),
  ].join('')
}
