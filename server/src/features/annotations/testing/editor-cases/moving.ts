import { type EditorCase, usualText } from '../editor-case.js'

export const moving: EditorCase[] = [
  {
    name: 'cutting its paragraph and pasting it further down',
    operation: ({ one }) => {
      one.split({ behind: 'des Konzepts.' })
      one.cutAndPaste(one.blockOf('Am Bahnhof'), { behind: 'des Konzepts.' })
    },
    expect: { stays: 'Am Bahnhof fehlen Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'cutting its paragraph and pasting it further up',
    operation: ({ one }) => one.cutAndPaste(one.blockOf('Am Bahnhof'), { before: 'Die Stadt prüft' }),
    expect: { stays: 'Am Bahnhof fehlen Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'dragging its paragraph down',
    operation: ({ one }) => one.drag(one.blockOf('Am Bahnhof'), { behind: 'des Konzepts.' }),
    expect: { stays: 'Konzepts.\nAm Bahnhof fehlen Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'dragging its paragraph up',
    operation: ({ one }) => one.drag(one.blockOf('Am Bahnhof'), { before: 'Die Stadt prüft' }),
    expect: { stays: 'Wege\nAm Bahnhof fehlen Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'dragging its paragraph down, and undo',
    operation: async ({ one, resolve }) => {
      one.drag(one.blockOf('Am Bahnhof'), { behind: 'des Konzepts.' })
      await resolve()
      one.undo()
    },
    expect: { stays: 'können.\nAm Bahnhof fehlen Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'moving its sentence to another paragraph',
    text: usualText.replace(', und auf dem Weg dazwischen', '. Auf dem Weg dazwischen'),
    operation: ({ one }) =>
      one.dragInto('Am Bahnhof fehlen Bänke, am Markt fehlen Bäume. ', { before: 'Der Rat' }),
    expect: { stays: 'Am Bahnhof fehlen Bänke, ⟦am Markt fehlen Bäume⟧. Der Rat' },
  },
  {
    name: 'cutting just its words and pasting them into another paragraph',
    operation: ({ one }) => one.cutAndPaste(one.find('am Markt fehlen Bäume, '), { before: 'Der Rat' }),
    expect: { stays: '⟦am Markt fehlen Bäume⟧,Der Rat' },
  },
  {
    name: 'copying its paragraph and pasting it below',
    operation: ({ one }) => one.paste(one.copy(one.blockOf('Am Bahnhof')), { behind: 'des Konzepts.' }),
    expect: { stays: 'können.\nAm Bahnhof fehlen Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'copying its paragraph and pasting it above',
    operation: ({ one }) => one.paste(one.copy(one.blockOf('Am Bahnhof')), { before: 'Die Stadt prüft' }),
    expect: { stays: 'können.\nAm Bahnhof fehlen Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'copying its words and pasting them into another paragraph',
    operation: ({ one }) => one.paste(one.copy(one.find('am Markt fehlen Bäume')), { before: 'Der Rat' }),
    expect: { stays: 'Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
]
