import { imageUploadLimit } from '@randnotiz/contract/documents/image'
import type { RefusalCode } from '@randnotiz/contract/kit/refusals'
import type { Loss } from '@randnotiz/contract/publishing/text-file'
import { docxToHtml, foreignImage } from '../docx/docx-to-html.js'
import { scanDocx } from '../docx/scan-docx.js'
import { readZip } from '../docx/zip-entries.js'
import { htmlToDraft, type TakeImage } from '../html/html-to-draft.js'
import {
  type DraftNode,
  type FileAnswer,
  type FileImage,
  type FileJob,
  imagePlace,
  numberOfPlace,
} from './file-jobs.js'
import { Losses } from './losses.js'
import { markdownToHtml } from './markdown-to-html.js'

/** A Word file of some 300 pages unpacks to a tenth of this; most of it is images. */
const zipLimits = { entries: 4_000, unpackedBytes: 160 * 1024 * 1024 }
const mostImages = 300

const refused = (code: RefusalCode): FileAnswer => ({ kind: 'refused', code })

/** Reads a file for what it is, whatever it is called; its name only tells Markdown and HTML apart. */
export async function readFile({ name, bytes }: FileJob): Promise<FileAnswer> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.subarray(0, 2).toString('latin1') === 'PK') return readDocx(buffer)
  const text = decodeText(buffer)
  if (text === null) return refused('publishing/file-of-unknown-kind')
  return isHtml(name, text) ? readHtml(text) : readMarkdown(text)
}

async function readDocx(bytes: Buffer): Promise<FileAnswer> {
  const zip = readZip(bytes, zipLimits)
  if (zip.kind === 'too-large') return refused('publishing/file-too-large')
  if (zip.kind === 'broken') return refused('publishing/file-unreadable')
  if (!zip.entries.has('word/document.xml')) return refused('publishing/file-of-unknown-kind')
  // No program that writes Word files declares entities; whoever does wants them to grow, or to fetch something.
  if ([...zip.entries].some(([name, part]) => /\.(xml|rels)$/i.test(name) && part.includes('<!DOCTYPE')))
    return refused('publishing/file-unreadable')
  const losses = scanDocx(zip.entries)
  const converted = await docxToHtml(bytes).catch(() => null)
  if (converted === null) return refused('publishing/file-unreadable')
  losses.under = null
  for (const style of converted.unknownStyles) losses.add('style', style)
  const images = new ImageTaker(losses, converted.images)
  const { content } = htmlToDraft(converted.html, { losses, takeImage: images.take })
  const title = titleIn(zip.entries.get('docProps/core.xml')?.toString('utf8') ?? '')
  return answer({
    kind: 'docx',
    title,
    content,
    images: images.list,
    losses: withTextBoxes(losses.list, content),
  })
}

function readHtml(text: string): FileAnswer {
  const losses = new Losses()
  const images = new ImageTaker(losses, [])
  const { title, content } = htmlToDraft(text, { losses, takeImage: images.take })
  return answer({ kind: 'html', title, content, images: images.list, losses: losses.list })
}

function readMarkdown(text: string): FileAnswer {
  const losses = new Losses()
  const images = new ImageTaker(losses, [])
  const { html, metadata } = markdownToHtml(text)
  if (metadata !== null) losses.add('metadata', metadata)
  const { content } = htmlToDraft(html, { losses, takeImage: images.take })
  return answer({ kind: 'markdown', title: null, content, images: images.list, losses: losses.list })
}

type ReadText = Extract<FileAnswer, { kind: 'read' }>['text']

function answer(text: ReadText): FileAnswer {
  if ((text.content.content ?? []).length === 0) return refused('publishing/file-without-text')
  const heading = text.content.content?.find(({ type }) => type === 'heading')
  return { kind: 'read', text: { ...text, title: text.title ?? (heading ? wordsOf(heading) : null) } }
}

/** Images that a file carries itself are taken; those elsewhere are told of, and nobody asks for them. */
class ImageTaker {
  readonly list: FileImage[]

  constructor(
    private readonly losses: Losses,
    carried: readonly FileImage[],
  ) {
    this.list = [...carried]
  }

  take: TakeImage = ({ src, alt }) => {
    const place = numberOfPlace(src)
    const carried = place === null ? undefined : this.list[place]
    if (carried) {
      Object.assign(carried, { alt, under: this.losses.under })
      return src
    }
    const data = /^data:image\/[\w.+-]+;base64,/i.exec(src)
    if (data) return this.#takeData(src.slice(data[0].length), alt)
    this.losses.add(src.startsWith('data:') ? 'image' : 'foreign-image', addressOf(src, alt))
    return null
  }

  #takeData(base64: string, alt: string): string | null {
    if (this.list.length >= mostImages || base64.length > imageUploadLimit * 1.4) {
      this.losses.add('image', alt)
      return null
    }
    this.list.push({ bytes: Buffer.from(base64, 'base64'), alt, under: this.losses.under })
    return imagePlace(this.list.length - 1)
  }
}

function addressOf(src: string, alt: string): string {
  if (src.startsWith('data:') || src.startsWith(foreignImage)) return alt
  return alt === '' ? src : `${alt} (${src})`
}

/** UTF-8, UTF-16 with its mark, or else Windows' Latin letters; null for what is no text. */
function decodeText(bytes: Buffer): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0) || bytes.subarray(0, 5).toString('latin1') === '%PDF-') return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const isHtml = (name: string, text: string): boolean =>
  /\.x?html?$/i.test(name) ||
  (!/\.(md|markdown|txt)$/i.test(name) && /^\s*<(?:!doctype html|html|\?xml)/i.test(text))

const titleIn = (core: string): string | null => {
  const title = /<dc:title[^>]*>([^<]{1,300})<\/dc:title>/.exec(core)?.[1]?.trim()
  return title ? title.replaceAll('&amp;', '&') : null
}

/** Whether the words of a text box came along is seen in the draft. */
function withTextBoxes(losses: readonly Loss[], content: DraftNode): Loss[] {
  const bare = (text: string) => text.replace(/[\s…]+/g, '')
  const words = losses.some(({ kind }) => kind === 'text-box') ? bare(wordsOf(content)) : ''
  return losses.map(loss =>
    loss.kind === 'text-box' && words.includes(bare(loss.words))
      ? { ...loss, kind: 'text-box-moved' as const }
      : loss,
  )
}

const wordsOf = (node: DraftNode): string => node.text ?? (node.content ?? []).map(wordsOf).join('')
