import { join } from 'node:path'
import { type OrderOf, unfiltered } from '@randnotiz/contract/answers/exports/order'
import { SynopsisCount, type SynopsisCounts } from '@randnotiz/domain/answers/synopsis/count-synopsis'
import type { JobEnd, JobGiven } from '../../../../platform/jobs/job-runner.js'
import { WordFile, wordType } from '../../../../platform/office/word-file.js'
import { escapeHtml } from '../../../../platform/printing/html.js'
import type { ExportParts } from '../parts.js'
import { readRows } from '../synopsis/read-rows.js'
import { countsHtml } from '../synopsis/synopsis-html.js'
import { type ExportWords, wordsOf } from '../words/export-words.js'

/** The skeleton of the paper with which the council decides: everything that the process knows, and gaps for the rest. */
export async function runPaper(
  parts: ExportParts,
  { processId, language }: OrderOf<'paper'>,
  { directory, progress }: Pick<JobGiven<unknown>, 'directory' | 'progress'>,
): Promise<JobEnd> {
  const process = (await parts.publishing.all()).find(({ id }) => id === processId)
  if (!process) return { kind: 'refused', code: 'publishing/unknown-process' }
  const words = wordsOf(language)
  const count = new SynopsisCount()
  const order = { processId, language, names: 'without', answers: 'published', filter: unfiltered } as const
  for await (const rows of readRows(parts, order, (done, total) => progress({ done, total })))
    for (const row of rows) count.add(row)
  const path = join(directory, 'paper.docx')
  const title = `${words.paper.title}: ${process.title[language]}`
  const foot = { left: title, ...words.page }
  const file = new WordFile(path, { title, language, orientation: 'portrait', foot })
  file.title(words.paper.title)
  file.write(paperHtml({ process: process.title[language], counts: count.result(), words }))
  file.write(countsHtml(count.result(), { language }))
  file.write(closingHtml(words))
  file.close()
  const name = `${words.files.paper}-${process.slug}.docx`
  return { kind: 'file', path, name, type: wordType }
}

type Paper = { process: string; counts: SynopsisCounts; words: ExportWords }

function paperHtml({ process, counts, words: { paper } }: Paper): string {
  const p = (text: string) => `<p>${escapeHtml(text)}</p>`
  const head = (text: string) => `<th>${p(text)}</th>`
  const row = (name: string, value: string) => `<tr>${head(name)}<td>${p(value)}</td></tr>`
  const gap = `<td>${p(paper.toFill)}</td>`
  return [
    `<table><tbody>${row(paper.number, paper.toFill)}${row(paper.subject, process)}${row(paper.unit, paper.toFill)}</tbody></table>`,
    `<h1>${escapeHtml(paper.consultation)}</h1>`,
    `<table><thead><tr>${head(paper.committee)}${head(paper.day)}</tr></thead><tbody><tr>${gap}${gap}</tr><tr><td>${p(paper.council)}</td>${gap}</tr></tbody></table>`,
    `<h1>${escapeHtml(paper.proposal)}</h1>${p(paper.proposalText(process))}`,
    `<h1>${escapeHtml(paper.facts)}</h1>${p(paper.factsText(counts))}${p(paper.toFill)}`,
    `<h1>${escapeHtml(paper.results)}</h1>`,
  ].join('')
}

function closingHtml({ paper }: ExportWords): string {
  const gap = `<p>${escapeHtml(paper.toFill)}</p>`
  const items = paper.attachmentList.map(item => `<li><p>${escapeHtml(item)}</p></li>`)
  return `<h1>${escapeHtml(paper.finance)}</h1>${gap}<h1>${escapeHtml(paper.climate)}</h1>${gap}<h1>${escapeHtml(paper.attachments)}</h1><ol>${items.join('')}</ol>`
}
