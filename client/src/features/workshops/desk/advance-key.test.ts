// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { asksToMoveOn, doublePressMs, Presses } from './advance-key.js'

const plain = { repeat: false, ctrlKey: false, metaKey: false, altKey: false }
const pageDown = { key: 'PageDown', ...plain }
const letter = { key: 'n', ...plain }

function inside(html: string): Element {
  document.body.innerHTML = html
  const [target] = document.body.querySelectorAll('[data-here]')
  if (!target) throw new Error('nothing is marked')
  return target
}
afterEach(() => {
  document.body.innerHTML = ''
})

describe('the key that moves on', () => {
  it('is taken wherever nobody types', () => {
    for (const press of [pageDown, letter, { ...letter, key: 'N' }]) {
      expect(asksToMoveOn(press, null)).toBe(true)
      expect(asksToMoveOn(press, inside('<button data-here></button>'))).toBe(true)
      expect(asksToMoveOn(press, inside('<input type="radio" data-here>'))).toBe(true)
    }
  })

  it('is a letter in a field, but a pointer works there too', () => {
    expect(asksToMoveOn(letter, inside('<input data-here>'))).toBe(false)
    expect(asksToMoveOn(pageDown, inside('<input data-here>'))).toBe(true)
  })

  it('is left to longer texts, lists and dialogs', () => {
    for (const html of [
      '<textarea data-here></textarea>',
      '<select data-here></select>',
      '<dialog open><button data-here></button></dialog>',
    ])
      for (const press of [pageDown, letter]) expect(asksToMoveOn(press, inside(html))).toBe(false)
  })

  it('asks once while it is held down, and not with other keys', () => {
    expect(asksToMoveOn({ ...pageDown, repeat: true }, null)).toBe(false)
    expect(asksToMoveOn({ ...letter, ctrlKey: true }, null)).toBe(false)
    expect(asksToMoveOn({ ...plain, key: 'ArrowDown' }, null)).toBe(false)
  })
})

it('takes two presses in quick succession as one, and the next as a new one', () => {
  const presses = new Presses()
  expect([0, 90, doublePressMs - 1, doublePressMs, 2 * doublePressMs].map(at => presses.isNew(at))).toEqual([
    true,
    false,
    false,
    true,
    true,
  ])
})
