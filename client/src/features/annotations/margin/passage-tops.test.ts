// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { aPage } from '../testing/a-page.js'
import { PassageTops } from './passage-tops.js'

/** A page whose lines are 100 pixels high, one below the other; counts how often it is asked. */
function aTallPage(lines: number) {
  const page = aPage(Array.from({ length: lines }, (_, number) => `<p>Absatz ${number}.</p>`).join(''))
  let asked = 0
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    if (this === page.root) return new DOMRect(0, 0, 0, 0)
    asked++
    return new DOMRect(0, 100 * [...page.root.children].indexOf(this), 0, 100)
  })
  return { ...page, asked: () => asked }
}

const offsetOf = (page: ReturnType<typeof aTallPage>, line: number) =>
  page.text.flatIndex().blocks[line]?.start ?? -1

test('each line is measured once, until the text changes its height', () => {
  const page = aTallPage(5)
  const tops = new PassageTops(page.text)
  const offsets = [0, offsetOf(page, 3), offsetOf(page, 3) + 2]
  expect(tops.of(offsets)).toEqual([0, 300, 300])
  tops.of(offsets)
  expect(page.asked()).toBe(2)
  tops.forget()
  tops.of(offsets)
  expect(page.asked()).toBe(4)
})

test('a line that moves takes its notes along, though the text stays as high', () => {
  const page = aTallPage(3)
  const tops = new PassageTops(page.text)
  expect(tops.of([offsetOf(page, 2)])).toEqual([200])
  const [first] = page.root.children
  if (first) page.root.append(first)
  expect(tops.of([offsetOf(page, 0), offsetOf(page, 2)])).toEqual([0, 200])
})
