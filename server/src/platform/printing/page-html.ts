import type { Language } from '@randnotiz/contract/kit/wire-values'
import { escapeHtml } from './html.js'

/** Looks of printed pages and of HTML files, which load nothing from anywhere. */
const style = `
@page { size: A4; margin: 16mm 14mm 18mm }
@page landscape { size: A4 landscape }
body { font: 10.5pt/1.45 "Fira Sans", "Liberation Sans", Arial, sans-serif; color: #1b1f24; font-variant-ligatures: none; margin: 0 auto; max-width: 46rem }
body.landscape { font-size: 8.5pt; line-height: 1.35; page: landscape; max-width: none }
h1 { font-size: 1.9em; line-height: 1.2; margin: 0 0 .6em }
h2 { font-size: 1.4em; margin: 1.6em 0 .4em; break-after: avoid }
h3 { font-size: 1.15em; margin: 1.2em 0 .3em; break-after: avoid }
h4 { font-size: 1em; margin: 1em 0 .3em; break-after: avoid }
p { margin: 0 0 .5em }
table { border-collapse: collapse; width: 100%; margin: 1em 0 }
table + table { margin-top: 0 }
th, td { border: .5pt solid #767c85; padding: 4pt 5pt; vertical-align: top; text-align: left; overflow-wrap: anywhere }
thead th { background: #e7eaee }
thead { display: table-header-group }
table.counts { width: auto; min-width: 45% }
table.counts td { text-align: right; font-variant-numeric: tabular-nums }
blockquote { margin: 0 0 .8em; padding-left: 1em; border-left: 3pt solid #b4b9c1 }
img { max-width: 100%; height: auto }
del { text-decoration: line-through }
ins { text-decoration: underline; font-weight: 600 }
.note { color: #4a525c }
.gap { color: #4a525c; font-style: italic; margin: .8em 0 }
`

export type PageHead = { title: string; language: Language; look: 'portrait' | 'landscape' }

/** A page of its own up to its content. Scripts and addresses elsewhere are forbidden whatever stands in it. */
export function pageStart({ title, language, look }: PageHead): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"><title>${escapeHtml(title)}</title><style>${style}</style></head><body class="${look}"><main><h1>${escapeHtml(title)}</h1>
`
}

export const pageEnd = '</main></body></html>\n'
