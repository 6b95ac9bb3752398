import type { Language } from '@randnotiz/contract/kit/wire-values'
import type { ChangeLink } from '@randnotiz/contract/publishing/comparison'
import type { VersionName } from '@randnotiz/contract/publishing/version'
import type { ComparedRow } from '@randnotiz/document-schema/compare/compare-content'
import { versionNamed } from '@randnotiz/domain/publishing/versions'
import { escapeHtml } from '../../../../platform/printing/html.js'
import { type ExportWords, wordsOf } from '../words/export-words.js'

/** How a version is called. */
export function versionTitle(
  { version, title }: { version: VersionName; title: string | null },
  { text }: ExportWords,
): string {
  const named = versionNamed(version)
  switch (named.kind) {
    case 'live':
      return text.live
    case 'release':
      return text.release(named.number, title ?? '')
    case 'day':
      return text.day(named.day)
  }
}

/** A text from its comparison with itself. */
export const textHtml = (rows: readonly ComparedRow[]): string => rows.map(({ both }) => both).join('')

/**
 * A comparison to be read from top to bottom: what stayed is counted, what changed stands with both wordings in one. The
 * marks `[-…-]` and `{+…+}` need no colour and can be read aloud.
 */
export function comparisonHtml(
  rows: readonly ComparedRow[],
  links: readonly ChangeLink[],
  language: Language,
): string {
  const words = wordsOf(language)
  const count = (kind: ComparedRow['kind']) => rows.filter(row => row.kind === kind).length
  const figures = {
    changed: count('changed'),
    added: count('added'),
    removed: count('removed'),
    moved: count('moved'),
  }
  if (rows.every(({ kind }) => kind === 'same')) return `<p>${escapeHtml(words.text.nothingChanged)}</p>`
  const head = `<p>${escapeHtml(words.text.figures(figures))} ${escapeHtml(words.info.marks)}</p>`
  return head + folded(rows, words) + becauseHtml(links, words)
}

function folded(rows: readonly ComparedRow[], words: ExportWords): string {
  let html = ''
  let same: ComparedRow[] = []
  const endSame = () => {
    if (same.length > 0)
      html += `<p class="gap"><em>${escapeHtml(words.text.unchanged(same.length))}</em></p>`
    same = []
  }
  for (const row of rows) {
    if (row.kind === 'same' && row.heading === null) {
      same.push(row)
      continue
    }
    endSame()
    html += rowHtml(row, words)
  }
  endSame()
  return html
}

function rowHtml({ kind, both }: ComparedRow, { text }: ExportWords): string {
  const note = kind === 'moved' ? text.moved : kind === 'moved-away' ? text.movedAway : null
  return (note === null ? '' : `<p class="note"><em>${escapeHtml(note)}</em></p>`) + marked(both)
}

/** Our own HTML has no attributes on these tags. */
const marked = (html: string) =>
  html
    .replaceAll('<del>', '<del>[-')
    .replaceAll('</del>', '-]</del>')
    .replaceAll('<ins>', '<ins>{+')
    .replaceAll('</ins>', '+}</ins>')

function becauseHtml(links: readonly ChangeLink[], words: ExportWords): string {
  if (links.length === 0) return ''
  const items = links.map(
    ({ kind, quote }) =>
      `<li><p>${escapeHtml(words.kinds[kind])}: ${escapeHtml(quote === null ? words.row.wholeText : `„${quote}“`)}</p></li>`,
  )
  return `<h2>${escapeHtml(words.text.because)}</h2><ul>${items.join('')}</ul>`
}
