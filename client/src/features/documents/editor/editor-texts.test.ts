import { describe, expect, it } from 'vitest'
import { editorTextsDe } from './editor-texts.de.js'
import { imageGroups } from './image-actions.js'
import { tableGroups } from './table-actions.js'
import { toolbarGroups } from './toolbar-actions.js'

describe('the toolbars', () => {
  it.each([
    [toolbarGroups.flat(), editorTextsDe.toolbar],
    [tableGroups.flat(), editorTextsDe.table],
    [imageGroups.flat(), editorTextsDe.imageBar],
  ])('have a name for every button and for nothing else', (actions, { label: _, ...names }) => {
    expect(actions.map(({ name }) => name).sort()).toEqual(Object.keys(names).sort())
  })
})
