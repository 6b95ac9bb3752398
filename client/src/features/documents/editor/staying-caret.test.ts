// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anEditor, connect, type TestedEditor } from './testing/an-editor.js'

let anna: TestedEditor
let jonas: TestedEditor
beforeEach(() => {
  anna = anEditor('Anna')
  jonas = anEditor('Jonas')
  connect(anna.doc, jonas.doc)
  anna.editor.commands.setContent('<p>Rad und Bus</p><p>Zu Fuß</p>')
})
afterEach(() => {
  anna.destroy()
  jonas.destroy()
})

const type = ({ editor }: TestedEditor, letters: string) =>
  editor.view.dispatch(editor.state.tr.insertText(letters))

describe('one’s own caret', () => {
  it('goes on writing where it was while somebody writes before it in the same paragraph', () => {
    anna.editor.commands.setTextSelection(1)
    jonas.editor.commands.setTextSelection(9)
    for (const letter of 'sehr ') {
      type(anna, letter)
      type(jonas, letter)
    }
    expect(jonas.editor.getText()).toContain('sehr Rad und sehr Bus')
  })

  it('stays in front of what somebody writes behind it', () => {
    anna.editor.commands.setTextSelection(12)
    jonas.editor.commands.setTextSelection(5)
    type(anna, '!')
    type(jonas, 'x')
    expect(anna.editor.getText()).toContain('Rad xund Bus!')
  })

  it('keeps what it has selected', () => {
    jonas.editor.commands.setTextSelection({ from: 5, to: 8 })
    anna.editor.commands.insertContentAt(1, 'Mit ')
    const { from, to } = jonas.editor.state.selection
    expect(jonas.editor.state.doc.textBetween(from, to)).toBe('und')
  })

  it('stays in its paragraph when another one goes', () => {
    jonas.editor.commands.setTextSelection(17)
    anna.editor.commands.deleteRange({ from: 0, to: 13 })
    type(jonas, 'x')
    expect(jonas.editor.getText()).toBe('Zu xFuß')
  })
})
