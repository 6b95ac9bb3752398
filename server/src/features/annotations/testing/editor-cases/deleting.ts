import { type EditorCase, usualText } from '../editor-case.js'

export const deleting: EditorCase[] = [
  {
    name: 'deleting its beginning',
    operation: ({ one }) => one.delete('am Markt '),
    expect: { suggested: 'Bänke, ⟦fehlen Bäume⟧, und auf' },
  },
  {
    name: 'deleting its middle',
    operation: ({ one }) => one.delete('Markt '),
    expect: { stays: 'Bänke, ⟦am fehlen Bäume⟧, und auf' },
  },
  {
    name: 'deleting its end and something behind it',
    operation: ({ one }) => one.delete(' Bäume, und auf dem Weg'),
    expect: { stays: 'Bänke, ⟦am Markt fehlen⟧ dazwischen' },
  },
  {
    name: 'deleting all of it',
    operation: ({ one }) => one.delete('am Markt fehlen Bäume'),
    expect: 'orphaned',
  },
  {
    name: 'deleting its paragraph',
    operation: ({ one }) => one.deleteBlock('am Markt'),
    expect: 'orphaned',
  },
  {
    name: 'deleting its paragraph, with the same words in another',
    text: `${usualText}\nAuch im Norden, sagen viele, gilt: am Markt fehlen Bäume und Schatten.`,
    operation: ({ one }) => one.deleteBlock('Am Bahnhof fehlen Bänke, am Markt'),
    expect: 'orphaned',
  },
  {
    name: 'deleting all of it, and undo',
    operation: async ({ one, settle }) => {
      one.delete('am Markt fehlen Bäume')
      await settle()
      one.undo()
    },
    expect: { stays: 'Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'deleting all of it, and undo after it was known as lost',
    operation: async ({ one, resolve }) => {
      one.delete('am Markt fehlen Bäume')
      await resolve()
      one.undo()
    },
    expect: { stays: 'Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'deleting its paragraph, and undo',
    operation: async ({ one, settle }) => {
      one.deleteBlock('am Markt')
      await settle()
      one.undo()
    },
    expect: { stays: 'Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'deleting all of it, undo and redo',
    operation: async ({ one, resolve }) => {
      one.delete('am Markt fehlen Bäume')
      one.undo()
      await resolve()
      one.redo()
    },
    expect: 'orphaned',
  },
  {
    name: 'deleting all of it, undo, redo, and undo again',
    operation: async ({ one, resolve }) => {
      one.delete('am Markt fehlen Bäume')
      one.undo()
      one.redo()
      await resolve()
      one.undo()
    },
    expect: { stays: 'Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'typing inside it, and undo',
    operation: async ({ one, resolve }) => {
      one.type({ before: 'Bäume' }, 'viele ')
      await resolve()
      one.undo()
    },
    expect: { stays: 'Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
]
