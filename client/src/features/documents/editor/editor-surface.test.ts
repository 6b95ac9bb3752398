// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type EditorSurface, openEditorSurface } from './editor-surface.js'
import { anEditor, connect, type TestedEditor } from './testing/an-editor.js'

let anna: TestedEditor
let jonas: TestedEditor
let surface: EditorSurface

beforeEach(() => {
  anna = anEditor('Anna')
  jonas = anEditor('Jonas')
  connect(anna.doc, jonas.doc)
  anna.editor.commands.setContent(
    '<h2>Mobile Stadt</h2><p>Rad <strong>und</strong> Bus</p><ul><li><p>Erstens</p></li></ul>',
  )
  surface = openEditorSurface(anna.editor, anna.doc)
})
afterEach(() => {
  surface.release()
  anna.destroy()
  jonas.destroy()
})

function rangeOf(words: string) {
  const start = surface.flatIndex().text.indexOf(words)
  if (start < 0) throw new Error(`${words} is not in the text`)
  return { start, end: start + words.length }
}

const shownAt = (words: string) => surface.domRangesOf(rangeOf(words))?.map(String)

describe('the surface of the editor', () => {
  it('finds passages on the screen, line by line', () => {
    expect(shownAt('Rad und Bus')).toEqual(['Rad und Bus'])
    expect(shownAt('Stadt\nRad und Bus\nErst')).toEqual(['Stadt', 'Rad und Bus', 'Erst'])
    expect(surface.domRangesOf({ start: 1_000, end: 1_001 })).toBeNull()
  })

  it('finds them again after edits of one’s own and of others', () => {
    anna.editor.commands.insertContentAt(1, 'Die ')
    expect(shownAt('Bus')).toEqual(['Bus'])
    jonas.editor.commands.insertContentAt(5, 'sehr ')
    expect(surface.flatIndex().text).toContain('Die sehr Mobile Stadt')
    expect(shownAt('Erstens')).toEqual(['Erstens'])
  })

  it('turns what is selected into offsets', () => {
    for (const words of ['Mobile', 'Rad und', 'Stadt\nRad', 'Erstens']) {
      const shown = surface.domRangesOf(rangeOf(words)) ?? []
      const selected = document.createRange()
      const [first, last] = [shown.at(0), shown.at(-1)]
      if (first === undefined || last === undefined) throw new Error(`${words} is not on the screen`)
      selected.setStart(first.startContainer, first.startOffset)
      selected.setEnd(last.endContainer, last.endOffset)
      expect(surface.offsetsOf(selected)).toEqual(rangeOf(words))
    }
  })

  it('tells of changes once a frame', async () => {
    let heard = 0
    surface.onPatched(() => heard++)
    anna.editor.commands.insertContentAt(1, 'Die ')
    jonas.editor.commands.insertContentAt(5, 'ganz ')
    expect(heard).toBe(0)
    await vi.waitFor(() => expect(heard).toBe(1))
    anna.editor.commands.setTextSelection(3)
    jonas.editor.commands.insertContentAt(1, 'So: ')
    await vi.waitFor(() => expect(heard).toBe(2))
  })
})
