// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { documentFragment } from './fragment.js'
import { initialUpdate } from './from-markdown.js'
import { attachLightDocument, type LightDocument, type Patch } from './light-document.js'
import { childBlocks } from './rendered-tree.js'
import { connect, EditorReplica } from './testing/editor-replica.js'
import { renderHtml } from './to-html.js'

const markdown = `## Mobilität

Die Stadt baut **sichere** Radwege in allen Ortsteilen.

- Fahrradstraßen
- Abstellanlagen am Bahnhof

| Jahr | Ziel |
|------|-----:|
| 2027 | 12 km |

Erste Zeile\\
zweite Zeile

Ende.`

interface Page {
  readonly staff: EditorReplica
  readonly fragment: Y.XmlFragment
  readonly root: HTMLElement
  readonly light: LightDocument
  readonly patches: Patch[]
  readonly problems: unknown[]
}

const open: Page[] = []

function openPage(prepare: (root: HTMLElement) => void = () => {}): Page {
  const staff = new EditorReplica({ update: initialUpdate(markdown, 'light'), clientId: 100 })
  const doc = new Y.Doc()
  connect(staff.doc, doc)
  const fragment = documentFragment(doc)
  const root = document.body.appendChild(document.createElement('article'))
  root.innerHTML = renderHtml(fragment)
  prepare(root)
  const problems: unknown[] = []
  const patches: Patch[] = []
  const light = attachLightDocument({ fragment, root, onProblem: problem => problems.push(problem) })
  light.onPatched(patch => patches.push(patch))
  const page = { staff, fragment, root, light, patches, problems }
  open.push(page)
  return page
}

function fresh(fragment: Y.XmlFragment): string {
  const root = document.createElement('article')
  root.innerHTML = renderHtml(fragment)
  return root.innerHTML
}

const ownHtml = (root: HTMLElement): string => {
  const copy = root.cloneNode(true) as HTMLElement
  for (const decoration of copy.querySelectorAll('[data-decoration]')) decoration.remove()
  return copy.innerHTML
}

beforeEach(() => document.body.replaceChildren())
afterEach(() => {
  for (const { light, staff, problems } of open.splice(0)) {
    light.detach()
    staff.destroy()
    expect(problems).toEqual([])
  }
})

describe('taking over the page', () => {
  it('keeps every node the server sent', () => {
    let before: Node[] = []
    const { root } = openPage(sent => {
      before = Array.from(sent.querySelectorAll('*'))
    })
    expect(Array.from(root.querySelectorAll('*'))).toEqual(before)
    expect(Array.from(root.querySelectorAll('*')).every((node, at) => node === before[at])).toBe(true)
  })

  it('renders anew only the block that differs', () => {
    const { root, fragment } = openPage(sent => {
      const [first, second] = sent.children
      first?.setAttribute('data-kept', '')
      if (second) second.innerHTML = 'Ein <u>alter</u> Stand'
    })
    expect(ownHtml(root).replace(' data-kept=""', '')).toBe(fresh(fragment))
    expect(root.firstElementChild?.hasAttribute('data-kept')).toBe(true)
  })

  it('fills an empty page and drops what does not belong there', () => {
    const { root, fragment } = openPage(sent => {
      sent.innerHTML = '\n<p>Fremd</p>\n'
    })
    expect(root.innerHTML).toBe(fresh(fragment))
  })
})

describe('patching', () => {
  it('changes the edited block and leaves all others the nodes they were', () => {
    const { staff, root, fragment, patches } = openPage()
    const before = Array.from(root.children)
    staff.editor.commands.insertContentAt(staff.find('Radwege').to, ' und Gehwege')
    expect(root.innerHTML).toBe(fresh(fragment))
    expect(Array.from(root.children).every((element, at) => element === before[at])).toBe(true)
    expect(patches.at(-1)?.changed).toEqual([before[1]])
  })

  it('leaves the other items of a list and the other cells of a table alone', () => {
    const { staff, root, fragment } = openPage()
    const [first] = root.querySelectorAll('li')
    const [, , year] = root.querySelectorAll('td, th')
    staff.editor.commands.insertContentAt(staff.find('am Bahnhof').to, ' Nord')
    staff.editor.commands.insertContentAt(staff.find('12 km').to, ' neu')
    expect(root.innerHTML).toBe(fresh(fragment))
    expect(root.querySelector('li')).toBe(first)
    expect(root.querySelectorAll('td, th')[2]).toBe(year)
  })

  it('keeps a selection in the edited text itself', () => {
    const { staff, root } = openPage()
    const text = Array.from(root.querySelectorAll('p')).find(line => line.textContent === 'Ende.')?.firstChild
    if (!text) throw new Error('no text')
    const selection = document.createRange()
    selection.setStart(text, 0)
    selection.setEnd(text, 4)
    staff.editor.commands.insertContentAt(staff.find('Ende').from, 'Das ')
    expect(text.isConnected).toBe(true)
    expect(text.textContent).toBe('Das Ende.')
  })

  it('adopts unchanged paragraphs when the whole text is written anew with the same ids', () => {
    const { fragment, root, patches } = openPage()
    const before = Array.from(root.children)
    const copy = childBlocks(fragment).map(block => block.clone())
    fragment.doc?.transact(() => {
      fragment.delete(0, fragment.length)
      fragment.insert(0, copy)
    })
    expect(root.innerHTML).toBe(fresh(fragment))
    expect(Array.from(root.children).every((element, at) => element === before[at])).toBe(true)
    expect(patches).toEqual([{ changed: [] }])
  })

  it('tells when a block only goes away: offsets behind it have moved', () => {
    const { staff, light, patches } = openPage()
    const before = light.flatIndex()
    staff.editor.commands.deleteRange({ from: 0, to: staff.find('Mobilität').to + 1 })
    expect(patches.length).toBe(1)
    expect(light.flatIndex().text.length).toBeLessThan(before.text.length)
  })

  it('leaves elements of the page inside a block where they are and unwraps its highlights', () => {
    const { staff, root, fragment } = openPage()
    const line = root.children[1]
    const button = document.createElement('button')
    button.setAttribute('data-decoration', '')
    button.textContent = 'Anmerken'
    line?.append(button)
    const highlight = document.createElement('mark')
    highlight.setAttribute('data-highlight', '')
    const strong = line?.querySelector('strong')
    strong?.replaceWith(highlight)
    if (strong) highlight.append(strong)
    staff.editor.commands.insertContentAt(staff.find('Radwege').from, 'neue ')
    expect(button.isConnected).toBe(true)
    expect(root.querySelector('mark')).toBeNull()
    expect(ownHtml(root)).toBe(fresh(fragment))
  })

  it('survives a listener that throws, and says so', () => {
    const { staff, light, root, fragment, problems } = openPage()
    const problem = new Error('listener')
    const stop = light.onPatched(() => {
      throw problem
    })
    staff.editor.commands.insertContentAt(1, 'x')
    expect(problems.splice(0)).toEqual([problem])
    stop()
    staff.editor.commands.insertContentAt(1, 'y')
    expect(root.innerHTML).toBe(fresh(fragment))
  })

  it('stops following after detach', () => {
    const { staff, light, root } = openPage()
    const before = root.innerHTML
    light.detach()
    staff.editor.commands.insertContentAt(1, 'x')
    expect(root.innerHTML).toBe(before)
  })
})

describe('offsets and DOM ranges', () => {
  const rangeOf = ({ light }: Page, quote: string) => {
    const start = light.flatIndex().text.indexOf(quote)
    return { start, end: start + quote.length }
  }

  it('finds a passage across marks', () => {
    const page = openPage()
    const range = page.light.domRangeOf(rangeOf(page, 'baut sichere Rad'))
    expect(range?.toString()).toBe('baut sichere Rad')
    if (range) expect(page.light.offsetsOf(range)).toEqual(rangeOf(page, 'baut sichere Rad'))
  })

  it('gives one range for each line', () => {
    const page = openPage()
    const ranges = page.light.domRangesOf(rangeOf(page, 'Fahrradstraßen\nAbstellanlagen'))
    expect(ranges?.map(String)).toEqual(['Fahrradstraßen', 'Abstellanlagen'])
  })

  it('counts a hard break as one character', () => {
    const page = openPage()
    const range = page.light.domRangeOf(rangeOf(page, 'Zeile\nzweite'))
    if (range === null) throw new Error('no range')
    expect(range.cloneContents().querySelectorAll('br').length).toBe(1)
    expect(page.light.offsetsOf(range)).toEqual(rangeOf(page, 'Zeile\nzweite'))
  })

  it('reads a selection that ends at the start of the next block as ending before it', () => {
    const page = openPage()
    const [heading, next] = page.root.children
    const range = document.createRange()
    range.setStart(heading?.firstChild ?? page.root, 0)
    range.setEnd(next ?? page.root, 0)
    expect(page.light.offsetsOf(range)).toEqual(rangeOf(page, 'Mobilität'))
  })

  it('clips a selection to the document', () => {
    const page = openPage()
    document.body.prepend('davor')
    document.body.append('danach')
    const range = document.createRange()
    range.selectNodeContents(document.body)
    expect(page.light.offsetsOf(range)).toEqual({ start: 0, end: page.light.flatIndex().text.length })
  })

  it('is null outside the document, for an empty selection, and for offsets out of range', () => {
    const page = openPage()
    const outside = document.body.appendChild(document.createElement('p'))
    outside.textContent = 'Fußzeile'
    const range = document.createRange()
    range.selectNodeContents(outside)
    expect(page.light.offsetsOf(range)).toBeNull()
    range.setStart(page.root.firstChild ?? page.root, 0)
    range.collapse(true)
    expect(page.light.offsetsOf(range)).toBeNull()
    for (const [start, end] of [
      [-1, 3],
      [3, 3],
      [0, 100_000],
      [Number.NaN, 2],
    ] as const) {
      expect(page.light.domRangesOf({ start, end })).toBeNull()
    }
  })

  it('is null where the page does not show the words of the document', () => {
    const page = openPage()
    const line = page.root.children[1]
    if (line) line.innerHTML = '<font>The city builds safe cycle paths</font>'
    const range = document.createRange()
    if (line) range.selectNodeContents(line)
    expect(page.light.offsetsOf(range)).toBeNull()
    expect(page.light.domRangesOf(rangeOf(page, 'Radwege'))).toBeNull()
    expect(page.light.domRangesOf(rangeOf(page, 'Mobilität'))).not.toBeNull()
  })

  it('does not count what the page has put into a line', () => {
    const page = openPage()
    const button = document.createElement('button')
    button.setAttribute('data-decoration', '')
    button.textContent = 'Anmerken'
    page.root.children[1]?.prepend(button)
    const range = page.light.domRangeOf(rangeOf(page, 'Die Stadt'))
    expect(range?.toString()).toBe('Die Stadt')
    if (range) expect(page.light.offsetsOf(range)).toEqual(rangeOf(page, 'Die Stadt'))
  })

  it('finds blocks by id', () => {
    const { light, root } = openPage()
    const [block] = light.flatIndex().blocks
    expect(light.blockElement(block?.id ?? '')).toBe(root.firstElementChild)
    expect(light.blockElement('gibt-es-nicht')).toBeNull()
    expect(light.blockElement('#"]')).toBeNull()
  })
})
