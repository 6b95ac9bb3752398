import type { PageHead } from './page-route.js'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, character => entities[character] ?? character)

/** Title and description of a page as HTML. */
export function headHtml({ title, description, status }: PageHead): string {
  return [
    `<title>${escaped(title)}</title>`,
    description === undefined ? '' : `<meta name="description" content="${escaped(description)}">`,
    status === undefined ? '' : '<meta name="robots" content="noindex">',
  ].join('')
}
