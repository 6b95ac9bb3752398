// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { onSettledSelection } from './settled-selection.js'

let heard: (string | null)[] = []
let stop = () => {}

beforeEach(() => {
  vi.useFakeTimers()
  document.body.innerHTML = '<div id="text"><p>Mehr Busse am Abend.</p></div><p id="else">Impressum</p>'
  heard = []
  stop = onSettledSelection(byId('text'), range => heard.push(range?.toString() ?? null))
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

function byId(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (element === null) throw new Error(id)
  return element
}

function select(element: Element, start: number, end: number) {
  const words = element.firstChild
  if (words === null) throw new Error('no words')
  document.getSelection()?.setBaseAndExtent(words, start, words, end)
}
const paragraph = () => byId('text').firstElementChild ?? byId('text')
const rest = () => vi.advanceTimersByTime(250)

test('a selection counts when it has rested', () => {
  select(paragraph(), 0, 4)
  select(paragraph(), 0, 10)
  expect(heard).toEqual([])
  rest()
  expect(heard).toEqual(['Mehr Busse'])
})

test('not while the pointer is down', () => {
  document.dispatchEvent(new Event('pointerdown'))
  select(paragraph(), 0, 10)
  rest()
  expect(heard).toEqual([])
  document.dispatchEvent(new Event('pointerup'))
  rest()
  expect(heard).toEqual(['Mehr Busse'])
})

test('a finger whose touch became the browser’s own gesture has let go too', () => {
  document.dispatchEvent(new Event('pointerdown'))
  document.dispatchEvent(new Event('pointercancel'))
  select(paragraph(), 0, 4)
  rest()
  expect(heard.at(-1)).toBe('Mehr')
})

test('a selection that is taken back, or is elsewhere, is none at once', () => {
  select(paragraph(), 0, 4)
  rest()
  select(paragraph(), 2, 2)
  select(byId('else'), 0, 4)
  rest()
  expect(heard[0]).toBe('Mehr')
  expect(new Set(heard.slice(1))).toEqual(new Set([null]))
})

test('nothing is heard after the end', () => {
  select(paragraph(), 0, 4)
  stop()
  rest()
  expect(heard).toEqual([])
})
