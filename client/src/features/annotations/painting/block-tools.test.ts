// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { aPage } from '../testing/a-page.js'
import { type BlockTool, beginningOf, startBlockTools } from './block-tools.js'

const texts = {
  comment: (beginning: string) => `Kommentieren: ${beginning}`,
  link: (beginning: string) => `Link: ${beginning}`,
  count: (count: number) => `${count} Anmerkungen`,
}

const sheetOf = (id: string) => `/blatt/${id}`

function start(html: string) {
  const page = aPage(html)
  const used: BlockTool[] = []
  const tools = startBlockTools({ text: page.text, texts, sheetOf, onUse: tool => used.push(tool) })
  tools.show({ counts: new Map(), mayComment: true })
  return { ...page, tools, used }
}

const buttons = (root: HTMLElement, name: string) => [
  ...root.querySelectorAll<HTMLButtonElement>(`[data-tool="${name}"]`),
]
const shown = (root: HTMLElement, name: string) => buttons(root, name).filter(button => !button.hidden)

test('every block with words has a button that names its beginning', () => {
  const { root } = start('<h2>Ziele</h2><p>Mehr Busse.</p><p></p><ul><li><p>Auch nachts.</p></li></ul>')
  expect(shown(root, 'comment').map(button => button.getAttribute('aria-label'))).toEqual([
    'Kommentieren: Ziele',
    'Kommentieren: Mehr Busse.',
    'Kommentieren: Auch nachts.',
  ])
})

test('the tools stand in a paragraph but behind a heading, whose name stays its own', () => {
  const { root } = start('<h2>Ziele</h2><p>Mehr Busse.</p>')
  expect(root.querySelector('h2')?.textContent).toBe('Ziele')
  expect(root.querySelector('h2')?.nextElementSibling?.hasAttribute('data-decoration')).toBe(true)
  expect(root.querySelector('p')?.lastElementChild?.hasAttribute('data-decoration')).toBe(true)
})

test('the count opens what ends in its line', () => {
  const { root, tools, used } = start('<p>Eins.</p><p>Zwei.</p>')
  tools.show({ counts: new Map([[1, 3]]), mayComment: true })
  const [open, ...others] = shown(root, 'open')
  expect(others).toEqual([])
  expect(open?.textContent).toBe('3 Anmerkungen')
  open?.click()
  expect(used).toMatchObject([{ action: 'open', number: 1, line: { words: 'Zwei.' } }])
})

test('where nobody may write, only the counts are shown', () => {
  const { root, tools } = start('<p>Eins.</p>')
  tools.show({ counts: new Map([[0, 1]]), mayComment: false })
  expect(shown(root, 'comment')).toEqual([])
  expect(shown(root, 'open')).toHaveLength(1)
})

test('after a patch new blocks have tools, labels follow the words, and the tools of lost blocks are gone', () => {
  const { root, patch } = start('<h2>Ziele</h2><p>Eins.</p>')
  patch(() => {
    root.querySelector('h2')?.remove()
    const paragraph = root.querySelector('p')?.firstChild
    if (paragraph) paragraph.textContent = 'Anders.'
    root.insertAdjacentHTML('beforeend', '<p>Zwei.</p>')
  })
  expect(root.querySelectorAll('[data-decoration]')).toHaveLength(2)
  expect(shown(root, 'comment').map(button => button.getAttribute('aria-label'))).toEqual([
    'Kommentieren: Anders.',
    'Kommentieren: Zwei.',
  ])
})

test('a focused button keeps the focus while its block changes', () => {
  const { root, patch } = start('<p>Eins.</p>')
  const [button] = buttons(root, 'comment')
  button?.focus()
  patch(() => root.querySelector('p')?.prepend('Neu. '))
  expect(root.ownerDocument.activeElement).toBe(button)
})

test('stopped, they leave no trace', () => {
  const { root, tools } = start('<h2>Ziele</h2><p>Eins.</p>')
  tools.stop()
  expect(root.innerHTML).toBe('<h2>Ziele</h2><p>Eins.</p>')
})

test('a beginning ends at a word', () => {
  expect(beginningOf('  Kurz\nund gut. ')).toBe('Kurz und gut.')
  expect(beginningOf('Mobil ist eine Stadt, wenn ein Kind allein zum Training kommt.')).toBe(
    'Mobil ist eine Stadt, wenn ein Kind allein zum …',
  )
})

test('every block with words has a link to its address, which is opened here unless another window is asked for', () => {
  const { root, tools, used } = start('<h2>Ziele</h2><p></p><p>Mehr Busse.</p>')
  tools.show({ counts: new Map(), mayComment: false })
  const links = [...root.querySelectorAll<HTMLAnchorElement>('[data-tool="link"]')].filter(
    ({ hidden }) => !hidden,
  )
  expect(links.map(link => [link.getAttribute('href'), link.getAttribute('aria-label')])).toEqual([
    ['/blatt/line0', 'Link: Ziele'],
    ['/blatt/line2', 'Link: Mehr Busse.'],
  ])
  const click = (init: MouseEventInit) => {
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, ...init })
    links[1]?.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(click({ ctrlKey: true })).toBe(false)
  expect(used).toEqual([])
  expect(click({})).toBe(true)
  expect(used).toMatchObject([{ action: 'link', line: { words: 'Mehr Busse.' } }])
})
