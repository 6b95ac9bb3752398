// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { keepPresses } from './keep-presses.js'

let stop = () => {}
let clicked: string[] = []
beforeEach(() => {
  stop = keepPresses(window)
  clicked = []
  document.body.innerHTML =
    '<article id="note"><p id="words"></p><button id="report"><i id="icon"></i></button></article>'
  document.addEventListener('click', record)
})
afterEach(() => {
  stop()
  document.removeEventListener('click', record)
})

const record = ({ target }: Event) => void clicked.push(target instanceof Element ? target.id : '')
const at = (id: string) => document.getElementById(id) ?? document.body

function press(id: string, where = { clientX: 5, clientY: 5 }) {
  const options = { ...where, bubbles: true, button: 0, isPrimary: true }
  at(id).dispatchEvent(new PointerEvent('pointerdown', options))
}
const lift = (id: string, where = { clientX: 5, clientY: 5 }) =>
  at(id).dispatchEvent(new MouseEvent('click', { ...where, bubbles: true, cancelable: true }))

it('gives a press back to what was pressed when that has moved away under the pointer', () => {
  press('icon')
  lift('note')
  expect(clicked).toEqual(['report'])
})

it('leaves alone what arrives where it was meant, once', () => {
  press('icon')
  lift('icon')
  lift('note')
  expect(clicked).toEqual(['icon', 'note'])
})

it('takes a pointer that was dragged, or pressed nothing, for no press', () => {
  press('report')
  lift('note', { clientX: 5, clientY: 60 })
  press('words')
  lift('note')
  expect(clicked).toEqual(['note', 'note'])
})
