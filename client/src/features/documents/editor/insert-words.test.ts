// @vitest-environment happy-dom

import { afterEach, beforeEach, expect, it } from 'vitest'
import { insertWords } from './insert-words.js'
import { anEditor, type TestedEditor } from './testing/an-editor.js'

let tested: TestedEditor
beforeEach(() => {
  tested = anEditor('Mira')
  tested.editor.commands.setContent('<p>Am Markt</p><p>Ende.</p>')
  tested.editor.commands.setTextSelection(4)
})
afterEach(() => tested.destroy())

const paragraphs = () => tested.editor.getText({ blockSeparator: '|' }).split('|')

it('one line goes where the caret is, as the words they are', () => {
  insertWords(tested.editor, ' <b>alten</b>')
  expect(paragraphs()).toEqual(['Am  <b>alten</b>Markt', 'Ende.'])
})

it('several lines become paragraphs behind the one with the caret', () => {
  insertWords(tested.editor, 'Erstens.\n\nZweitens.')
  expect(paragraphs()).toEqual(['Am Markt', 'Erstens.', 'Zweitens.', 'Ende.'])
})

it('nothing changes nothing', () => {
  insertWords(tested.editor, ' \n ')
  expect(paragraphs()).toEqual(['Am Markt', 'Ende.'])
})
