import { closeSync, openSync, writeSync } from 'node:fs'
import { csvLine, csvMark } from '@randnotiz/domain/annotations/exchange/csv'
import { markedChange } from '@randnotiz/domain/answers/synopsis/marked-change'
import { rowId } from '@randnotiz/domain/answers/synopsis/re-import-rows'
import type { SynopsisRow } from '@randnotiz/domain/answers/synopsis/synopsis-row'
import { wordsOf } from '../words/export-words.js'
import type { SynopsisHead } from './synopsis-head.js'
import { infoOf, outcomeText, textVersion, titleOf, wordsAsText } from './synopsis-texts.js'
import type { SynopsisWriter } from './synopsis-writer.js'

/** RFC 4180, with the mark by which Excel knows the encoding. A part names what was chosen in a column of its own. */
export function openCsv(path: string, head: SynopsisHead): SynopsisWriter {
  const descriptor = openSync(path, 'w')
  const words = wordsOf(head.language)
  const { sheet, row: said, info } = words
  const named = head.names === 'with'
  const filters = head.filters.map(({ name, value }) => `${name}: ${value}`).join('; ')
  const line = (cells: readonly (string | number | null)[], last: string) => {
    writeSync(descriptor, csvLine(filters === '' ? cells : [...cells, last]))
  }
  const columns = (row: SynopsisRow): [title: string, cell: string | number | null][] => [
    [sheet.id, rowId(row.annotationId, row.point)],
    [words.columns.number, row.number],
    [sheet.date, row.createdAt],
    [sheet.channel, words.channels[row.channel]],
    [sheet.document, row.document.title],
    [sheet.chapter, row.chapter],
    [sheet.textVersion, textVersion(row, words)],
    [sheet.quote, row.quote],
    [sheet.kind, words.kinds[row.kind]],
    ...(named ? [[sheet.author, row.author] satisfies [string, string | null]] : []),
    [sheet.words, wordsAsText(row, words)],
    [said.supporters, row.supporters],
    [said.together, row.together],
    [said.unit, row.unit?.name ?? null],
    [said.dueOn, row.dueOn],
    [sheet.state, words.states[row.state]],
    [sheet.outcome, row.answer && outcomeText(row.answer.outcome, words)],
    [sheet.reason, row.answer?.reason ?? null],
    [sheet.before, row.answer?.change?.before ?? null],
    [sheet.after, row.answer?.change?.after ?? null],
    [sheet.marked, row.answer?.change ? markedChange(row.answer.change) : null],
  ]
  writeSync(descriptor, csvMark)
  let began = false
  const begin = (row: SynopsisRow) => {
    began = true
    line(
      columns(row).map(([title]) => title),
      info.filters,
    )
  }
  return {
    row: row => {
      if (!began) begin(row)
      line(
        columns(row).map(([, cell]) => cell),
        filters,
      )
    },
    end: () => closeSync(descriptor),
  }
}

/** One row a line, so that a long file can be read with simple means. */
export function openJson(path: string, head: SynopsisHead): SynopsisWriter {
  const descriptor = openSync(path, 'w')
  const { process, language, names, answers, filters, madeAt, site } = head
  const about = {
    format: 'randnotiz-synopsis/1',
    title: titleOf(head),
    about: Object.fromEntries(infoOf(head)),
    process,
    language,
    names,
    answers,
    filters,
    madeAt,
    site,
  }
  writeSync(descriptor, `${JSON.stringify(about).slice(0, -1)},\n"rows":[`)
  let before = '\n'
  return {
    row: row => {
      const change = row.answer?.change ? { marked: markedChange(row.answer.change) } : {}
      const { version: _, ...shown } = row
      const id = rowId(row.annotationId, row.point)
      writeSync(descriptor, `${before}${JSON.stringify({ id, ...shown, ...change })}`)
      before = ',\n'
    },
    end: counts => {
      writeSync(descriptor, `\n],\n"counts":${JSON.stringify(counts)}}\n`)
      closeSync(descriptor)
    },
  }
}
