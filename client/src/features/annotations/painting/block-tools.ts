/**
 * The buttons at each block of the text: one to write about it, one that tells how many annotations it has and opens
 * them, and a link to its address. They are how annotations are reached without pointer, without sight and without painted highlights.
 *
 * They live inside the document's DOM as decorations, which the reader's patching leaves alone: in a paragraph at the
 * end of its words; behind a heading and not in it, or its name would read "Ziele, Absatz kommentieren". One listener
 * at the root serves all of them. Nothing is touched that already says what it should.
 */
import { type AnnotatedText, linesOf, type TextLine } from './annotated-text.js'

export type BlockToolsTexts = {
  /** Label of the button that writes about the block which begins with these words. */
  comment(beginning: string): string
  /** Label of the link to the address of that block. */
  link(beginning: string): string
  /** Visible text of the button that opens so many annotations. */
  count(count: number): string
}

/** A button that was pressed, with its line and the number of that. */
export type BlockTool = {
  action: 'comment' | 'open' | 'link'
  line: TextLine
  number: number
  button: HTMLElement
}

export type BlockToolsState = {
  /** Annotations whose passage ends in the line with this number. */
  counts: ReadonlyMap<number, number>
  mayComment: boolean
}

export type BlockTools = { show(state: BlockToolsState): void; stop(): void }

type Parts = {
  text: AnnotatedText
  texts: BlockToolsTexts
  /** Where the link of a block leads; null for one that cannot have any. */
  sheetOf(blockId: string): string | null
  onUse(tool: BlockTool): void
}

export function startBlockTools({ text, texts, sheetOf, onUse }: Parts): BlockTools {
  const tools = new Map<HTMLElement, HTMLElement>()
  let state: BlockToolsState = { counts: new Map(), mayComment: false }
  let lines: TextLine[] = []

  function refresh() {
    lines = linesOf(text)
    const wanted = new Set(lines.map(({ element }) => element))
    for (const [element, tool] of tools)
      if (!wanted.has(element)) {
        tool.remove()
        tools.delete(element)
      }
    for (const [number, line] of lines.entries()) showAt(line, number)
  }

  function showAt(line: TextLine, number: number) {
    const count = state.counts.get(number) ?? 0
    const named = line.block.id !== null && line.words.trim() !== ''
    const mayComment = state.mayComment && named
    const tool = tools.get(line.element) ?? makeTool(line)
    tools.set(line.element, tool)
    keepInPlace(tool, line)
    tool.dataset.line = String(number)
    const [comment, open, link] = tool.children
    if (comment instanceof HTMLButtonElement) {
      comment.hidden = !mayComment
      setAttribute(comment, 'aria-label', texts.comment(beginningOf(line.words)))
    }
    if (open instanceof HTMLButtonElement) {
      open.hidden = count === 0
      const label = count === 0 ? '' : texts.count(count)
      if (open.textContent !== label) open.textContent = label
    }
    if (link instanceof HTMLAnchorElement) {
      const sheet = named && line.block.id !== null ? sheetOf(line.block.id) : null
      link.hidden = sheet === null
      setAttribute(link, 'href', sheet ?? '')
      setAttribute(link, 'aria-label', texts.link(beginningOf(line.words)))
    }
  }

  function use(event: MouseEvent) {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tool]') : null
    const tool = button?.closest<HTMLElement>('[data-decoration]')
    const number = Number(tool?.dataset.line)
    const line = lines[number]
    if (!button || !line) return
    const action = actionOf(button)
    if (action === 'link') {
      // Into another window, if that is what is wanted.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
    }
    onUse({ action, line, number, button })
  }

  const unsubscribe = text.onPatched(refresh)
  text.root.addEventListener('click', use)
  return {
    show(next) {
      state = next
      refresh()
    },
    stop() {
      unsubscribe()
      text.root.removeEventListener('click', use)
      for (const tool of tools.values()) tool.remove()
    },
  }
}

function makeTool({ element }: TextLine): HTMLElement {
  const document = element.ownerDocument
  const tool = document.createElement('span')
  tool.dataset.decoration = ''
  tool.className = 'block-tools'
  for (const name of ['comment', 'open']) {
    const button = document.createElement('button')
    button.type = 'button'
    button.dataset.tool = name
    button.className = `block-tools__button block-tools__button--${name}`
    if (name === 'comment') button.append(commentSign(document))
    tool.append(button)
  }
  const link = document.createElement('a')
  link.dataset.tool = 'link'
  link.className = 'block-tools__button block-tools__button--link'
  link.append(linkSign(document))
  tool.append(link)
  return tool
}

function actionOf({ dataset: { tool } }: HTMLElement): BlockTool['action'] {
  return tool === 'open' || tool === 'link' ? tool : 'comment'
}

/** A speech bubble with a plus. */
const commentSign = (document: Document) => sign(document, 'M4 5h16v11h-9l-5 4v-4H4zM12 7.5v6M9 10.5h6')

/** Two links of a chain. */
const linkSign = (document: Document) =>
  sign(document, 'M9 17H7a5 5 0 0 1 0-10h2M15 7h2a5 5 0 0 1 0 10h-2M8 12h8')

function sign(document: Document, drawing: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  path.setAttribute('d', drawing)
  svg.append(path)
  return svg
}

function keepInPlace(tool: HTMLElement, { element, block }: TextLine) {
  if (block.type === 'heading') {
    if (element.nextSibling !== tool) element.after(tool)
  } else if (element.lastChild !== tool) element.append(tool)
}

function setAttribute(element: Element, name: string, value: string) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}

const beginningLength = 48

/** The first words of a block, enough to tell it from its neighbours. */
export function beginningOf(words: string): string {
  const text = words.trim().replace(/\s+/g, ' ')
  if (text.length <= beginningLength) return text
  const cut = text.slice(0, beginningLength)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20)).trimEnd()} …`
}
