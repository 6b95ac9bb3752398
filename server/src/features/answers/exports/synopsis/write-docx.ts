import { WordFile } from '../../../../platform/office/word-file.js'
import { wordsOf } from '../words/export-words.js'
import type { SynopsisHead } from './synopsis-head.js'
import { columnShares, countsHtml, headRowHtml, introHtml, rowHtml } from './synopsis-html.js'
import { titleOf } from './synopsis-texts.js'
import type { SynopsisWriter } from './synopsis-writer.js'

export function openDocx(path: string, head: SynopsisHead): SynopsisWriter {
  const { language } = head
  const title = titleOf(head)
  const file = new WordFile(path, {
    title,
    language,
    orientation: 'landscape',
    foot: { left: title, ...wordsOf(language).page },
  })
  file.title(title)
  file.write(introHtml(head))
  file.startTable(columnShares)
  file.rows(headRowHtml(head))
  return {
    row: row => file.rows(rowHtml(row, head)),
    end: counts => {
      file.endTable()
      file.write(countsHtml(counts, head))
      file.close()
    },
  }
}
