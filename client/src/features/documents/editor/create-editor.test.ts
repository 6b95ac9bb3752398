// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { anEditor, connect, type TestedEditor } from './testing/an-editor.js'

const open: TestedEditor[] = []

function two() {
  const anna = anEditor('Anna')
  const jonas = anEditor('Jonas')
  connect(anna.doc, jonas.doc)
  open.push(anna, jonas)
  return { anna: anna.editor, jonas: jonas.editor }
}

afterEach(() => {
  for (const editor of open.splice(0)) editor.destroy()
})

describe('two editors on one text', () => {
  it('both write into the same paragraph', () => {
    const { anna, jonas } = two()
    anna.commands.insertContent('Rad und Bus')
    jonas.commands.insertContentAt(1, 'Mehr ')
    anna.commands.insertContentAt(17, ' für alle')
    expect(anna.getText()).toBe('Mehr Rad und Bus für alle')
    expect(jonas.getHTML()).toBe(anna.getHTML())
  })

  it('undo only what was typed in their own', () => {
    const { anna, jonas } = two()
    anna.commands.insertContent('Rad und Bus')
    jonas.commands.insertContentAt(1, 'Mehr ')
    expect(jonas.can().undo()).toBe(true)
    anna.commands.undo()
    expect(anna.getText()).toBe('Mehr ')
    expect(anna.can().undo()).toBe(false)
    anna.commands.redo()
    expect(jonas.getText()).toBe('Mehr Rad und Bus')
  })

  it('opening a text changes nothing in it', () => {
    const anna = anEditor('Anna')
    open.push(anna)
    anna.editor.commands.insertContent('<h2>Mobile Stadt</h2><p>Rad und Bus</p>')
    let changes = 0
    anna.doc.on('update', () => changes++)
    const jonas = anEditor('Jonas')
    open.push(jonas)
    connect(anna.doc, jonas.doc)
    expect(jonas.editor.getText()).toContain('Rad und Bus')
    expect(changes).toBe(0)
  })
})

describe('the element that holds the text', () => {
  it('is a named text box, and brings no style elements along', () => {
    const { anna } = two()
    expect(anna.view.dom.getAttribute('role')).toBe('textbox')
    expect(anna.view.dom.getAttribute('aria-label')).toBe('Text')
    expect(document.querySelectorAll('style').length).toBe(0)
  })
})
