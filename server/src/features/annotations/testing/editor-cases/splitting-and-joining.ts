import type { EditorCase } from '../editor-case.js'

export const splittingAndJoining: EditorCase[] = [
  {
    name: 'splitting right before it',
    operation: ({ one }) => one.split({ before: 'am Markt' }),
    expect: { stays: 'Bänke, \n⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'splitting before it',
    operation: ({ one }) => one.split({ before: 'fehlen Bänke' }),
    expect: { stays: 'Am Bahnhof \nfehlen Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'splitting inside it',
    operation: ({ one }) => one.split({ before: 'fehlen Bäume' }),
    expect: { stays: 'Bänke, ⟦am Markt \nfehlen Bäume⟧, und auf' },
  },
  {
    name: 'splitting right behind it',
    operation: ({ one }) => one.split({ behind: 'fehlen Bäume' }),
    expect: { stays: 'Bänke, ⟦am Markt fehlen Bäume⟧\n, und auf' },
  },
  {
    name: 'splitting behind it',
    operation: ({ one }) => one.split({ before: 'dazwischen' }),
    expect: { stays: 'Bänke, ⟦am Markt fehlen Bäume⟧, und auf dem Weg \ndazwischen' },
  },
  {
    name: 'splitting inside it, and undo',
    operation: async ({ one, resolve }) => {
      one.split({ before: 'fehlen Bäume' })
      await resolve()
      one.undo()
    },
    expect: { stays: 'Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'joining its paragraph to the one before',
    operation: ({ one }) => one.join('Am Bahnhof'),
    expect: { stays: 'können.Am Bahnhof fehlen Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'joining the next paragraph to its own',
    operation: ({ one }) => one.join('Der Rat'),
    expect: { stays: 'Bänke, ⟦am Markt fehlen Bäume⟧, und auf dem Weg dazwischen fehlt beides.Der Rat' },
  },
  {
    name: 'splitting inside it, and joining again',
    operation: async ({ one, resolve }) => {
      one.split({ before: 'fehlen Bäume' })
      await resolve()
      one.join('fehlen Bäume')
    },
    expect: { stays: 'Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
]
