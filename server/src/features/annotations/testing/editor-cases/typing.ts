import type { EditorCase } from '../editor-case.js'

export const typing: EditorCase[] = [
  {
    name: 'typing before it',
    operation: ({ one }) => one.typeSlowly({ before: 'Am Bahnhof' }, 'Seit Jahren gilt: '),
    expect: { stays: 'Seit Jahren gilt: Am Bahnhof fehlen Bänke, ⟦am Markt fehlen Bäume⟧, und' },
  },
  {
    name: 'typing right before it',
    operation: ({ one }) => one.typeSlowly({ before: 'am Markt' }, 'und '),
    expect: { stays: 'Bänke, und ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'typing inside it',
    operation: ({ one }) => one.typeSlowly({ before: 'Bäume' }, 'viele '),
    expect: { stays: 'Bänke, ⟦am Markt fehlen viele Bäume⟧, und auf' },
  },
  {
    name: 'typing inside a word of it',
    operation: ({ one }) => one.typeSlowly({ before: 'Markt' }, 'Wochen'),
    expect: { stays: 'Bänke, ⟦am WochenMarkt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'typing right behind it',
    operation: ({ one }) => one.typeSlowly({ behind: 'fehlen Bäume' }, ' sehr'),
    expect: { stays: 'Bänke, ⟦am Markt fehlen Bäume⟧ sehr, und auf' },
  },
  {
    name: 'typing behind it',
    operation: ({ one }) => one.typeSlowly({ behind: 'fehlt beides.' }, ' Das soll anders werden.'),
    expect: { stays: '⟦am Markt fehlen Bäume⟧, und auf dem Weg dazwischen fehlt beides. Das' },
  },
  {
    name: 'typing at the start of the document',
    operation: ({ one }) => one.type({ at: 1 }, 'Entwurf: '),
    expect: { stays: 'Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'typing at the start of the document, before a passage that stands there',
    text: '⟦Die Stadt prüft⟧ bis zum Sommer, wo Bänke fehlen.\n\nDer Rat entscheidet im Herbst.',
    operation: ({ one }) => one.typeSlowly({ before: 'Die Stadt' }, 'Kurz: '),
    expect: { stays: 'Kurz: ⟦Die Stadt prüft⟧ bis zum Sommer' },
  },
  {
    name: 'both typing, before it and inside it',
    operation: ({ one, other }) => {
      one.typeSlowly({ before: 'Am Bahnhof' }, 'Klar ist: ')
      other.typeSlowly({ before: 'Bäume' }, 'junge ')
    },
    expect: { stays: 'Klar ist: Am Bahnhof fehlen Bänke, ⟦am Markt fehlen junge Bäume⟧, und auf' },
  },
  {
    name: 'a hard break inside it',
    operation: ({ one }) => one.hardBreak({ before: 'fehlen Bäume' }),
    expect: { stays: 'Bänke, ⟦am Markt \nfehlen Bäume⟧, und auf' },
  },
  {
    name: 'a hard break right before it',
    operation: ({ one }) => one.hardBreak({ before: 'am Markt' }),
    expect: { stays: 'Bänke, \n⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'bold over half of it',
    operation: ({ one }) => {
      one.choose('fehlen Bäume, und')
      one.editor.commands.toggleBold()
    },
    expect: { stays: 'Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'bold over half of it, and taken away again',
    operation: ({ one }) => {
      one.choose('Bänke, am Markt')
      one.editor.commands.toggleBold()
      one.editor.commands.toggleBold()
    },
    expect: { stays: 'Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
]
