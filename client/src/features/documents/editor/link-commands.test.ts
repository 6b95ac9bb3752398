// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { linkPlaceOf, removeLink, setLinkAt } from './link-commands.js'
import { anEditor, type TestedEditor } from './testing/an-editor.js'

const href = 'https://example.org'
const link = (words: string) => `<a href="${href}" rel="noopener noreferrer nofollow">${words}</a>`

let tested: TestedEditor
beforeEach(() => {
  tested = anEditor('Anna')
  tested.editor.commands.insertContent('Rad und Bus')
})
afterEach(() => tested.destroy())

describe('links', () => {
  it('are set on the selected words', () => {
    const { editor } = tested
    editor.commands.setTextSelection({ from: 1, to: 4 })
    expect(linkPlaceOf(editor)).toEqual({ kind: 'selection' })
    setLinkAt(editor, linkPlaceOf(editor), { href, words: '' })
    expect(editor.getHTML()).toContain(`${link('Rad')} und Bus`)
  })

  it('bring their own words to a caret, and end behind them', () => {
    const { editor } = tested
    editor.commands.setTextSelection(5)
    expect(linkPlaceOf(editor)).toEqual({ kind: 'caret' })
    setLinkAt(editor, { kind: 'caret' }, { href, words: 'hier ' })
    editor.commands.insertContent('nicht ')
    expect(editor.getHTML()).toContain(`Rad ${link('hier ')}nicht und Bus`)
  })

  it('change and go as a whole, wherever the caret stands in them', () => {
    const { editor } = tested
    editor.commands.setTextSelection({ from: 1, to: 8 })
    setLinkAt(editor, { kind: 'selection' }, { href: '/alt', words: '' })
    editor.commands.setTextSelection(3)
    expect(linkPlaceOf(editor)).toEqual({ kind: 'existing', href: '/alt' })
    setLinkAt(editor, linkPlaceOf(editor), { href, words: '' })
    expect(editor.getHTML()).toContain(`${link('Rad und')} Bus`)
    removeLink(editor)
    expect(editor.getHTML()).not.toContain('<a')
  })
})
