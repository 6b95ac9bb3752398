import { closeSync, openSync, writeSync } from 'node:fs'
import type { SynopsisRow } from '@randnotiz/domain/answers/synopsis/synopsis-row'
import { escapeHtml } from '../../../../platform/printing/html.js'
import { pageEnd, pageStart } from '../../../../platform/printing/page-html.js'
import type { SynopsisHead } from './synopsis-head.js'
import { columnShares, countsHtml, headRowHtml, introHtml, rowHtml } from './synopsis-html.js'
import { titleOf } from './synopsis-texts.js'
import type { SynopsisWriter } from './synopsis-writer.js'

/**
 * Most rows of one table. What a browser needs to break a table into pages grows with the square of its length: one table
 * of thousands of rows takes minutes.
 */
const rowsPerTable = 40

/** The page that is printed as PDF: a heading for each text, so that the file has an outline, and its rows in tables. */
export function openPage(path: string, head: SynopsisHead): SynopsisWriter {
  const descriptor = openSync(path, 'w')
  const write = (html: string) => void writeSync(descriptor, html)
  const tables = tablesOf(head, write)
  write(pageStart({ title: titleOf(head), language: head.language, look: 'landscape' }))
  write(introHtml(head))
  return {
    row: row => tables.add(row),
    end: counts => {
      tables.close()
      write(`${countsHtml(counts, head)}${pageEnd}`)
      closeSync(descriptor)
    },
  }
}

function tablesOf(head: SynopsisHead, write: (html: string) => void) {
  const columns = columnShares.map(share => `<col width="${share}%">`).join('')
  const start = `<table><colgroup>${columns}</colgroup>${headRowHtml(head)}<tbody>\n`
  let text: string | null = null
  let rows = 0
  const close = () => {
    if (rows > 0) write('</tbody></table>')
    rows = 0
  }
  const add = (row: SynopsisRow) => {
    const { slug, title } = row.document
    if (slug !== text || rows === rowsPerTable) close()
    if (slug !== text) write(`<h2>${escapeHtml(title)}</h2>`)
    text = slug
    if (rows === 0) write(start)
    write(`${rowHtml(row, head)}\n`)
    rows++
  }
  return { add, close }
}
