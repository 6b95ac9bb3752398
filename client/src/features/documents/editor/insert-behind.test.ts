// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { insertBehind } from './insert-behind.js'
import { anEditor, type TestedEditor } from './testing/an-editor.js'

let tested: TestedEditor
beforeEach(() => {
  tested = anEditor('Anna')
  tested.editor.commands.setContent('<p>Rad und Bus</p><p>Zu Fuß</p>')
})
afterEach(() => tested.destroy())

const tags = () =>
  tested.editor.state.doc.children.map(({ type, textContent }) => `${type.name}:${textContent}`)

it.each([1, 5, 12])('a block never splits a paragraph, with the caret at %i', caret => {
  const { editor } = tested
  editor.commands.setTextSelection(caret)
  insertBehind(editor).setImage({ src: '/media/0123456789abcdef01234567.webp', alt: 'Ein Rad' }).run()
  expect(tags()).toEqual(['paragraph:Rad und Bus', 'image:', 'paragraph:Zu Fuß'])
})

it('a table comes behind the paragraph, and the caret is in its first cell', () => {
  const { editor } = tested
  editor.commands.setTextSelection(5)
  insertBehind(editor).insertTable({ rows: 2, cols: 2, withHeaderRow: true }).run()
  expect(tags()).toEqual(['paragraph:Rad und Bus', 'table:', 'paragraph:Zu Fuß'])
  editor.commands.insertContent('Weg')
  expect(editor.getHTML()).toMatch(/<th><p[^>]*>Weg<\/p><\/th>/)
})
