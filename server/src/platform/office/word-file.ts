import { type WordContext, wordBlocks, wordRows, wordTableEnd, wordTableStart } from './html-to-word.js'
import type { PlacedImage, WordImage } from './word-image.js'
import {
  coreProperties,
  type Numbering,
  type PageFoot,
  wordContentTypes,
  wordFooter,
  wordNamespaces,
  wordNumbering,
  wordRelationships,
  wordRootRelationships,
  wordSettings,
  wordStyles,
} from './word-parts.js'
import { xmlHead, xmlText } from './xml.js'
import { type ZipEntry, ZipFile } from './zip-file.js'

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export type WordFileHead = {
  title: string
  language: 'de' | 'en'
  orientation: 'portrait' | 'landscape'
  foot: PageFoot
  /** Images by their addresses in the text; of others the description stands there. */
  images?: ReadonlyMap<string, WordImage>
}

/** A4 in twentieths of a point. */
const [short, long] = [11_906, 16_838]
const margin = { portrait: 1_304, landscape: 850 } as const
const languages = { de: 'de-DE', en: 'en-GB' } as const

/**
 * A Word document (ECMA-376) that is written to disk while it is made. Whole documents held as objects take more than
 * 100 KB for a row of a synopsis; this takes none.
 */
export class WordFile {
  readonly #zip: ZipFile
  readonly #document: ZipEntry
  readonly #head: WordFileHead
  readonly #lists: Numbering[] = []
  readonly #links = new Map<string, string>()
  /** Those that the text shows, by their addresses. */
  readonly #shown = new Map<string, WordImage>()
  #drawings = 0
  readonly #context: WordContext
  #columns: number[] = []

  constructor(path: string, head: WordFileHead) {
    this.#head = head
    this.#zip = new ZipFile(path)
    this.#zip.add('[Content_Types].xml', wordContentTypes)
    this.#zip.add('_rels/.rels', wordRootRelationships)
    this.#document = this.#zip.entry('word/document.xml')
    this.#document.write(`${xmlHead}<w:document ${wordNamespaces}><w:body>`)
    this.#context = {
      width: this.width,
      list: numbering => this.#lists.push(numbering),
      link: href => {
        const id = this.#links.get(href) ?? `link${this.#links.size + 1}`
        this.#links.set(href, id)
        return id
      },
      image: src => this.#place(src),
    }
  }

  #place(src: string): PlacedImage | null {
    const image = this.#head.images?.get(src)
    if (image === undefined) return null
    this.#shown.set(src, image)
    const place = [...this.#shown.keys()].indexOf(src) + 1
    return { ...image, relationship: `image${place}`, number: ++this.#drawings }
  }

  /** Between the margins, in twentieths of a point. */
  get width(): number {
    const { orientation } = this.#head
    return (orientation === 'portrait' ? short : long) - 2 * margin[orientation]
  }

  title(text: string): void {
    this.#document.write(
      `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r></w:p>`,
    )
  }

  write(html: string): void {
    this.#document.write(wordBlocks(html, this.#context))
  }

  /** `shares` of the width for each column; rows follow until `endTable`. */
  startTable(shares: readonly number[]): void {
    const all = shares.reduce((sum, share) => sum + share, 0)
    this.#columns = shares.map(share => Math.floor((this.width * share) / all))
    this.#document.write(wordTableStart(this.#columns))
  }

  /** `<tr>`, and `<thead>` for those that are repeated on each page. */
  rows(html: string): void {
    this.#document.write(wordRows(html, this.#columns, this.#context))
  }

  endTable(): void {
    this.#document.write(`${wordTableEnd}<w:p/>`)
  }

  close(): void {
    const { title, language, orientation, foot } = this.#head
    const edge = margin[orientation]
    const size =
      orientation === 'portrait'
        ? `w:w="${short}" w:h="${long}"`
        : `w:w="${long}" w:h="${short}" w:orient="landscape"`
    this.#document.write(
      `<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz ${size}/><w:pgMar w:top="${edge}" w:right="${edge}" w:bottom="${edge}" w:left="${edge}" w:header="500" w:footer="400" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    )
    this.#document.end()
    const images = new Map<string, string>()
    for (const [at, { bytes, type }] of [...this.#shown.values()].entries()) {
      const target = `media/image${at + 1}.${type}`
      images.set(target, `image${at + 1}`)
      this.#zip.addBytes(`word/${target}`, bytes)
    }
    this.#zip.add('word/_rels/document.xml.rels', wordRelationships(this.#links, images))
    this.#zip.add('word/styles.xml', wordStyles(languages[language]))
    this.#zip.add('word/numbering.xml', wordNumbering(this.#lists))
    this.#zip.add('word/footer1.xml', wordFooter(foot, this.width))
    this.#zip.add('word/settings.xml', wordSettings)
    this.#zip.add('docProps/core.xml', coreProperties(title, languages[language]))
    this.#zip.close()
  }
}
