import type { EditorCase } from '../editor-case.js'

export const replacing: EditorCase[] = [
  {
    name: 'replacing left and right of it in one transaction',
    operation: ({ one }) =>
      one.replaceAll([
        ['Am Bahnhof fehlen Bänke', 'Vor dem Rathaus stehen Autos'],
        ['und auf dem Weg dazwischen fehlt beides', 'und das merkt man'],
      ]),
    expect: { stays: 'stehen Autos, ⟦am Markt fehlen Bäume⟧, und das merkt man' },
  },
  {
    name: 'replacing a word of it',
    operation: ({ one }) => one.replace('Bäume', 'Linden'),
    expect: { stays: 'Bänke, ⟦am Markt fehlen Linden⟧, und auf' },
  },
  {
    name: 'replacing all of it',
    operation: ({ one }) => one.replace('am Markt fehlen Bäume', 'beim Dom stören Autos'),
    expect: 'orphaned',
  },
  {
    name: 'two who were offline come back late',
    operation: async ({ one, other }) => {
      one.leave()
      other.leave()
      one.typeSlowly({ before: 'Am Bahnhof' }, 'Seit Jahren gilt: ')
      one.split({ before: 'Am Bahnhof' })
      other.typeSlowly({ before: 'Bäume' }, 'junge ')
      other.type({ behind: 'Konzepts.' }, ' Danach wird gebaut.')
      await one.comeBack()
      await other.comeBack()
    },
    // What was typed into the paragraph that the other one split stays behind in its first half.
    expect: { stays: 'Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'one deletes it offline while the other writes in it',
    operation: async ({ one, other }) => {
      one.leave()
      one.delete('am Markt fehlen Bäume')
      other.typeSlowly({ before: 'Bäume' }, 'junge ')
      await one.comeBack()
    },
    expect: 'orphaned',
  },
]
