import type { SynopsisCounts } from '@randnotiz/domain/answers/synopsis/count-synopsis'
import type { SynopsisRow } from '@randnotiz/domain/answers/synopsis/synopsis-row'
import { wordDifference } from '@randnotiz/domain/documents/word-difference'
import { escapeHtml, paragraphs, strong } from '../../../../platform/printing/html.js'
import { type ExportWords, wordsOf } from '../words/export-words.js'
import type { SynopsisHead } from './synopsis-head.js'
import {
  countTables,
  dayOf,
  infoOf,
  outcomeText,
  textVersion,
  titlesInOrder,
  wordsWithNames,
} from './synopsis-texts.js'

/** Shares of the width of the five columns. */
export const columnShares = [11, 22, 27, 23, 17] as const

/** What stands above the table. */
export function introHtml(head: SynopsisHead): string {
  const { info } = wordsOf(head.language)
  const lines = infoOf(head).map(([name, value]) => `<p>${strong(`${name}: `)}${escapeHtml(value)}</p>`)
  return `${lines.join('')}<p>${escapeHtml(info.marks)} ${escapeHtml(info.blackened)}</p>`
}

export function headRowHtml(head: SynopsisHead): string {
  const cells = titlesInOrder(head).map(title => `<th scope="col"><p>${escapeHtml(title)}</p></th>`)
  return `<thead><tr>${cells.join('')}</tr></thead>`
}

/** One point of a contribution, in five cells; printed and in Word alike. */
export function rowHtml(row: SynopsisRow, { language }: SynopsisHead): string {
  const words = wordsOf(language)
  const cells = [
    numberCell(row, words, dayOf(row.createdAt, language)),
    passageCell(row, words),
    contributionCell(row, words),
    row.answer === null ? `<p>${escapeHtml(words.row.open)}</p>` : paragraphs(row.answer.reason),
    outcomeCell(row, words),
  ]
  return `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`
}

function numberCell({ number, channel, unit, dueOn }: SynopsisRow, words: ExportWords, day: string): string {
  const office = [
    ...(unit === null ? [] : [`${words.row.unit}: ${unit.name}`]),
    ...(dueOn === null ? [] : [`${words.row.dueOn}: ${dueOn}`]),
  ]
  const lines = [day, words.channels[channel], ...office]
  return `<p>${strong(number)}</p>${lines.map(line => `<p>${escapeHtml(line)}</p>`).join('')}`
}

function passageCell(row: SynopsisRow, words: ExportWords): string {
  const { document, chapter, quote } = row
  const place = chapter === null ? '' : `<p>${escapeHtml(chapter)}</p>`
  const words_ = quote === null ? escapeHtml(words.row.wholeText) : `<i>„${escapeHtml(quote)}“</i>`
  return `<p>${strong(document.title)}</p>${place}<p>${escapeHtml(textVersion(row, words))}</p><p>${words_}</p>`
}

function contributionCell(row: SynopsisRow, words: ExportWords): string {
  const { kind, supporters, together, author, blackened } = row
  const facts = [
    ...(supporters === null || supporters === 0 ? [] : [`${supporters} ${words.row.supporters}`]),
    ...(together > 1 ? [`${together} ${words.row.together}`] : []),
    ...(author === null ? [] : [`${words.row.by} ${author}`]),
  ]
  const said = wordsWithNames(row, words).map(([name, text]) =>
    name === null ? paragraphs(text) : `<p>${strong(`${name}:`)}</p>${paragraphs(text)}`,
  )
  const note = { nothing: '', passages: words.row.passagesBlackened, everything: words.row.wordsChanged }[
    blackened
  ]
  return [
    `<p>${strong(words.kinds[kind])}</p>`,
    ...said,
    ...(facts.length === 0 ? [] : [`<p><small>${escapeHtml(facts.join(' · '))}</small></p>`]),
    ...(note === '' ? [] : [`<p><small>${escapeHtml(note)}</small></p>`]),
  ].join('')
}

function outcomeCell({ answer, state }: SynopsisRow, words: ExportWords): string {
  if (answer === null) return `<p>${escapeHtml(words.states[state])}</p>`
  const { outcome, change } = answer
  const resolution = `<p>${strong(`${words.row.resolution}: `)}${escapeHtml(words.resolutions[outcome.kind])}</p>`
  return `<p>${strong(outcomeText(outcome, words))}</p>${resolution}${change === null ? '' : changeHtml(change, words)}`
}

type Changed = { before: string | null; after: string; release?: number | null }

/** Old and new in one, with marks that need no colour. */
function changeHtml({ before, after, release = null }: Changed, words: ExportWords): string {
  const title = release === null ? words.row.change : words.row.change_of(release)
  const parts = wordDifference(before ?? '', after).map(({ kind, text }) => {
    const words_ = escapeHtml(text).replaceAll('\n', '<br>')
    if (kind === 'same') return words_
    return kind === 'removed' ? `<del>[-${words_}-]</del>` : `<ins>{+${words_}+}</ins>`
  })
  return `<p>${strong(`${title}:`)}</p><p>${parts.join('')}</p>`
}

/** The figures under the table. */
export function countsHtml(counts: SynopsisCounts, { language }: Pick<SynopsisHead, 'language'>): string {
  return countTables(counts, wordsOf(language))
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, head, rows }) => {
      const names = head
        ? `<thead><tr>${head.map(name => `<th><p>${escapeHtml(name)}</p></th>`).join('')}</tr></thead>`
        : ''
      const body = rows.map(
        ([name = '', ...values]) =>
          `<tr><th scope="row"><p>${escapeHtml(String(name))}</p></th>${values.map(value => `<td><p>${value}</p></td>`).join('')}</tr>`,
      )
      return `<h2>${escapeHtml(title)}</h2><table class="counts">${names}<tbody>${body.join('')}</tbody></table>`
    })
    .join('')
}
