import { closeSync, openSync, writeSync } from 'node:fs'
import { pageEnd, pageStart } from '../page-html.js'
import type { SynopsisHead } from './synopsis-head.js'
import { columnShares, countsHtml, headRowHtml, introHtml, rowHtml } from './synopsis-html.js'
import { titleOf } from './synopsis-texts.js'
import type { SynopsisWriter } from './synopsis-writer.js'

/** The page that is printed as PDF. */
export function openPage(path: string, head: SynopsisHead): SynopsisWriter {
  const descriptor = openSync(path, 'w')
  const write = (html: string) => void writeSync(descriptor, html)
  const columns = columnShares.map(share => `<col width="${share}%">`).join('')
  write(pageStart({ title: titleOf(head), language: head.language, look: 'landscape' }))
  write(`${introHtml(head)}<table><colgroup>${columns}</colgroup>${headRowHtml(head)}<tbody>\n`)
  return {
    row: row => write(`${rowHtml(row, head)}\n`),
    end: counts => {
      write(`</tbody></table>${countsHtml(counts, head)}${pageEnd}`)
      closeSync(descriptor)
    },
  }
}
