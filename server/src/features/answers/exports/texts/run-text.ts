import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OrderOf, TextFormat } from '@randnotiz/contract/answers/exports/order'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import type { Language } from '@randnotiz/contract/kit/wire-values'
import type { JobEnd, JobGiven } from '../../../../platform/jobs/job-runner.js'
import { markdownOf } from '../../../../platform/office/html-to-markdown.js'
import { WordFile, wordType } from '../../../../platform/office/word-file.js'
import { escapeHtml, printable } from '../../../../platform/printing/html.js'
import { pageEnd, pageStart } from '../../../../platform/printing/page-html.js'
import type { ExportParts } from '../parts.js'
import { dayOf } from '../synopsis/synopsis-texts.js'
import { wordsOf } from '../words/export-words.js'
import { inlineImages } from './inline-images.js'
import { comparisonHtml, textHtml, versionTitle } from './text-html.js'
import { wordImages } from './word-images.js'

type Given = Pick<JobGiven<unknown>, 'directory' | 'signal'>

/** What a text file says, before it has a format. */
type Composed = { title: string; about: string; html: string; name: string }

export async function runText(parts: ExportParts, order: OrderOf<'text'>, given: Given): Promise<JobEnd> {
  const { documents, publishing } = parts
  const document = await documents.byId(order.documentId)
  const version = document && (await publishing.versions.read(document.id, order.version))
  if (!document || !version) return { kind: 'refused', code: 'publishing/unknown-version' }
  const words = wordsOf(order.language)
  const title = document.title[order.language]
  const release = (await publishing.versions.releasesOf(document.id)).find(
    ({ number }) => String(number) === order.version,
  )
  const about = [
    versionTitle(version, words),
    ...(version.at === null ? [] : [`${words.text.published} ${dayOf(version.at, order.language)}`]),
    ...(release === undefined ? [] : [`${words.text.checksum}: ${release.hash}`]),
  ].join(' · ')
  const html = textHtml(await publishing.versions.compare(version, version))
  const name = `${document.slug}-${words.files.text}-${order.version}`
  return write(parts, order, given, { title, about, html, name })
}

export async function runComparison(
  parts: ExportParts,
  order: OrderOf<'comparison'>,
  given: Given,
): Promise<JobEnd> {
  const { documents, publishing } = parts
  const document = await documents.byId(order.documentId)
  const [from, to] = document
    ? [
        await publishing.versions.read(document.id, order.from),
        await publishing.versions.read(document.id, order.to),
      ]
    : [null, null]
  if (!document || !from || !to) return { kind: 'refused', code: 'publishing/unknown-version' }
  const words = wordsOf(order.language)
  const rows = await publishing.versions.compare(from, to)
  const links = await publishing.versions.linksBetween(document.id, from, to)
  return write(parts, order, given, {
    title: `${titleIn(document, order.language)} – ${words.text.comparison(versionTitle(from, words), versionTitle(to, words))}`,
    about: '',
    html: comparisonHtml(rows, links, order.language),
    name: `${document.slug}-${words.files.comparison}-${order.from}-${order.to}`,
  })
}

const titleIn = ({ title }: DocumentSummary, language: Language) => title[language]

const types: Record<TextFormat, string> = {
  docx: wordType,
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
}

async function write(
  { printer, documents }: ExportParts,
  { format, language }: { format: TextFormat; language: Language },
  { directory, signal }: Given,
  { title, about, html, name }: Composed,
): Promise<JobEnd> {
  const path = join(directory, `text.${format}`)
  const aboutHtml = about === '' ? '' : `<p class="note">${escapeHtml(about)}</p>`
  const foot = { left: title, ...wordsOf(language).page }
  const page = async (to: string) => {
    const body = await inlineImages(html, src => documents.imageAt(src))
    await writeFile(
      to,
      pageStart({ title, language, look: 'portrait' }) + aboutHtml + printable(body) + pageEnd,
    )
  }
  switch (format) {
    case 'docx': {
      const images = await wordImages(html, src => documents.imageAt(src))
      const file = new WordFile(path, { title, language, orientation: 'portrait', foot, images })
      file.title(title)
      file.write(aboutHtml + html)
      file.close()
      break
    }
    case 'md':
      await writeFile(path, markdownOf(`<h1>${escapeHtml(title)}</h1>${aboutHtml}${html}`))
      break
    case 'html':
      await page(path)
      break
    case 'pdf': {
      if (printer === null) return { kind: 'refused', code: 'exports/no-printer' }
      const from = join(directory, 'page.html')
      await page(from)
      await printer.print({ from, to: path, orientation: 'portrait', foot }, signal)
    }
  }
  return { kind: 'file', path, name: `${name}.${format}`, type: types[format] }
}
