// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ReadingPosition } from './reading-position.js'

/**
 * happy-dom has no layout. This one is enough: blocks stand one below the other, each as high as its `data-height`,
 * in a scroller of 100 pixels. The real thing is looked at in a browser.
 */
const screenHeight = 100

let scroller: HTMLElement
let root: HTMLElement

const heightOf = (element: Element): number => Number(element.getAttribute('data-height') ?? 0)

function boxOf(element: Element): DOMRect {
  if (element === scroller) return new DOMRect(0, 0, 100, screenHeight)
  const blocks = Array.from(root.children)
  const before = element === root ? [] : blocks.slice(0, blocks.indexOf(element))
  const height = (of: Element[]) => of.reduce((sum, block) => sum + heightOf(block), 0)
  return new DOMRect(
    0,
    height(before) - scroller.scrollTop,
    100,
    element === root ? height(blocks) : heightOf(element),
  )
}

function block(height: number, id = ''): HTMLElement {
  const element = document.createElement('p')
  element.id = id
  element.setAttribute('data-height', String(height))
  return element
}

beforeEach(() => {
  scroller = document.body.appendChild(document.createElement('div'))
  root = scroller.appendChild(document.createElement('article'))
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return boxOf(this)
  })
  vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(function (this: Element) {
    return [boxOf(this)] as unknown as DOMRectList
  })
  Object.assign(scroller, {
    scrollBy: ({ top }: { top: number }) => {
      scroller.scrollTop += top
    },
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  scroller.remove()
})

/** Ten blocks of 40 pixels, the screen over the blocks b5 and b6; returns how far down the screen b6 stands after. */
function readDuring(change: () => void): number {
  root.replaceChildren(...Array.from({ length: 10 }, (_, number) => block(40, `b${number}`)))
  scroller.scrollTop = 190
  new ReadingPosition(root, scroller).keepDuring(change)
  return boxOf(root.querySelector('#b6') ?? root).top
}

const at = (id: string): Element => root.querySelector(`#${id}`) ?? root

describe('what the reader looks at stays where it is', () => {
  it.each<[string, () => void]>([
    ['nothing changes', () => {}],
    ['a block grows above', () => at('b1').setAttribute('data-height', '90')],
    ['a block comes above', () => at('b1').before(block(70))],
    ['a block above goes', () => at('b1').remove()],
    ['the block cut by the top edge grows', () => at('b4').setAttribute('data-height', '200')],
    ['the first whole block on the screen goes', () => at('b5').remove()],
    ['something changes below', () => at('b8').setAttribute('data-height', '500')],
  ])('when %s', (_, change) => {
    // b6 stands at 240, the screen begins at 190. When b5 goes, b6 is the first that is left.
    expect(readDuring(change)).toBe(50)
  })

  it('keeps the end of the document when the reader is past it', () => {
    root.replaceChildren(block(40, 'b0'), block(40, 'b1'))
    scroller.scrollTop = 300
    new ReadingPosition(root, scroller).keepDuring(() => at('b0').setAttribute('data-height', '100'))
    expect(scroller.scrollTop).toBe(360)
  })

  it('switches the browser’s own scroll anchoring off below the root, and on again', () => {
    const position = new ReadingPosition(root, scroller)
    expect(root.style.getPropertyValue('overflow-anchor')).toBe('none')
    position.release()
    expect(root.style.getPropertyValue('overflow-anchor')).toBe('')
  })
})
