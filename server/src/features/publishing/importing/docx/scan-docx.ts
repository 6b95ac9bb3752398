/**
 * Looks through the parts of a Word file for what its conversion leaves out or changes, in the order of the text:
 * footnotes, comments, tracked changes, text boxes, headers, equations, charts, macros. Names of elements: ECMA-376, part 1,
 * section 17.
 */
import { Losses } from '../reading/losses.js'
import { attributeIn, type XmlToken, xmlTokens } from './xml-tokens.js'

export type DocxParts = ReadonlyMap<string, Buffer>

const partOf = (parts: DocxParts, name: string): string => parts.get(name)?.toString('utf8') ?? ''

export function scanDocx(parts: DocxParts): Losses {
  const losses = new Losses()
  scanBeside(parts, losses)
  const notes = {
    footnote: notesIn(partOf(parts, 'word/footnotes.xml'), 'w:footnote'),
    endnote: notesIn(partOf(parts, 'word/endnotes.xml'), 'w:endnote'),
    comment: notesIn(partOf(parts, 'word/comments.xml'), 'w:comment'),
  }
  const headings = headingStyles(partOf(parts, 'word/styles.xml'))
  const walk = new BodyWalk(losses, { notes, headings })
  for (const token of xmlTokens(partOf(parts, 'word/document.xml'))) walk.take(token)
  return losses
}

/** What stands in parts of its own. */
function scanBeside(parts: DocxParts, losses: Losses): void {
  for (const name of parts.keys()) {
    if (/vbaProject\.bin$/i.test(name)) losses.add('macro', name)
    if (/^word\/(header|footer)\d*\.xml$/.test(name)) {
      const words = wordsOf(partOf(parts, name))
      if (words !== '') losses.add('header-footer', words)
    }
  }
}

type Notes = Record<'footnote' | 'endnote' | 'comment', ReadonlyMap<string, string>>
type Known = { notes: Notes; headings: ReadonlySet<string> }

/** An element whose words are collected until it ends. */
type Collecting = { name: string; words: string; depth: number; end(words: string): void }

const collected: Record<string, 'deleted-text' | 'inserted-text' | 'text-box' | 'equation'> = {
  'w:del': 'deleted-text',
  'w:moveFrom': 'deleted-text',
  'w:ins': 'inserted-text',
  'w:txbxContent': 'text-box',
  'm:oMath': 'equation',
}

const pictures = new Set(['c:chart', 'dgm:relIds', 'o:OLEObject'])
const wordElements = new Set(['w:t', 'w:delText', 'm:t'])

class BodyWalk {
  #open: Collecting[] = []
  #fallbacks = 0
  #isHeading = false
  #paragraph = ''
  #inWords = false

  constructor(
    private readonly losses: Losses,
    private readonly known: Known,
  ) {}

  take(token: XmlToken): void {
    if (token.kind === 'text') this.#takeText(token.text)
    else if (token.name === 'mc:Fallback') this.#fallbacks += depthOf(token)
    else if (this.#fallbacks > 0) return
    else if (token.kind === 'open') this.#takeOpen(token)
    else this.#takeClose(token.name)
  }

  #takeText(text: string): void {
    if (!this.#inWords || this.#fallbacks > 0) return
    this.#paragraph += text
    for (const collecting of this.#open) collecting.words += text
  }

  #takeOpen({ name, attributes, empty }: Extract<XmlToken, { kind: 'open' }>): void {
    this.#takeReference(name, attributes)
    if (name === 'w:pStyle') this.#isHeading = this.known.headings.has(attributeIn(attributes, 'w:val') ?? '')
    if (pictures.has(name)) this.losses.add('object', attributeIn(attributes, 'ProgID') ?? '')
    if (empty) return
    this.#inWords = wordElements.has(name)
    if (name === 'w:p' && !this.#open.some(({ name }) => name === 'w:txbxContent')) {
      this.#paragraph = ''
      this.#isHeading = false
    }
    for (const collecting of this.#open) {
      if (collecting.name === name) collecting.depth++
      if (name === 'w:p') collecting.words += ' '
    }
    const kind = collected[name]
    if (kind) this.#collect(name, words => words.trim() !== '' && this.losses.add(kind, words))
  }

  #takeReference(name: string, attributes: string): void {
    const id = attributeIn(attributes, 'w:id') ?? ''
    const { footnote, endnote, comment } = this.known.notes
    if (name === 'w:footnoteReference') this.losses.add('footnote', footnote.get(id) ?? '')
    if (name === 'w:endnoteReference') this.losses.add('footnote', endnote.get(id) ?? '')
    if (name === 'w:commentReference') this.losses.add('comment', comment.get(id) ?? '')
  }

  #collect(name: string, end: (words: string) => unknown): void {
    this.#open.push({ name, words: '', depth: 1, end })
  }

  #takeClose(name: string): void {
    this.#inWords = false
    for (const collecting of this.#open) if (collecting.name === name) collecting.depth--
    const ended = this.#open.filter(({ depth }) => depth === 0)
    this.#open = this.#open.filter(({ depth }) => depth > 0)
    for (const { words, end } of ended) end(words)
    if (name === 'w:p' && this.#isHeading && this.#paragraph.trim() !== '')
      this.losses.under = this.#paragraph.trim()
  }
}

function depthOf(token: Exclude<XmlToken, { kind: 'text' }>): number {
  if (token.kind === 'close') return -1
  return token.empty ? 0 : 1
}

/** Words of each note by its id. */
function notesIn(xml: string, element: string): Map<string, string> {
  const notes = new Map<string, string>()
  let id: string | null = null
  let inWords = false
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') {
      if (id !== null && inWords) notes.set(id, (notes.get(id) ?? '') + token.text)
    } else {
      inWords = token.kind === 'open' && !token.empty && token.name === 'w:t'
      if (token.name === element) id = token.kind === 'open' ? attributeIn(token.attributes, 'w:id') : null
    }
  }
  return notes
}

function wordsOf(xml: string): string {
  let words = ''
  let inWords = false
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') words += inWords ? token.text : ''
    else {
      inWords = token.kind === 'open' && !token.empty && token.name === 'w:t'
      if (token.name === 'w:p') words += ' '
    }
  }
  return words.trim()
}

/** Ids of the styles that Word calls headings, whatever language the ids are in. */
function headingStyles(xml: string): Set<string> {
  const ids = new Set<string>()
  let id: string | null = null
  for (const token of xmlTokens(xml)) {
    if (token.kind !== 'open') continue
    if (token.name === 'w:style') id = attributeIn(token.attributes, 'w:styleId')
    if (token.name !== 'w:name' || id === null) continue
    if (/^(heading \d|title)$/i.test(attributeIn(token.attributes, 'w:val') ?? '')) ids.add(id)
  }
  return ids
}
