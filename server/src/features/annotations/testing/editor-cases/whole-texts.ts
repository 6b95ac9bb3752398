import { type EditorCase, usualText } from '../editor-case.js'
import { withoutMarks } from '../marked-text.js'

const revised = withoutMarks(usualText)
  .replace('Am Bahnhof fehlen Bänke, am', 'Am neuen Bahnhof fehlen immer noch Bänke, am')
  .replace('## Plätze und Wege', '## Plätze, Wege und Bäume\n\nDer neue Entwurf beginnt mit einem Vorwort.')

export const wholeTexts: EditorCase[] = [
  {
    name: 'the identical content is set',
    operation: ({ one }) => void one.editor.commands.setContent(one.editor.getJSON()),
    expect: { stays: 'Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'the identical content is set as HTML',
    operation: ({ one }) => void one.editor.commands.setContent(one.editor.getHTML()),
    expect: { stays: 'Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'a revised text is imported into the document',
    operation: ({ importText }) => importText(revised),
    expect: { stays: 'immer noch Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'a revised text takes the place of the document',
    operation: ({ replaceText }) => replaceText(revised),
    expect: { stays: 'immer noch Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'an older state is restored after its paragraph was lost',
    operation: async ({ one, resolve, importText }) => {
      one.deleteBlock('Am Bahnhof')
      one.deleteBlock('Der Rat')
      await resolve()
      await importText(withoutMarks(usualText))
    },
    expect: { stays: 'können.\nAm Bahnhof fehlen Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'an older state is restored in place of the document',
    operation: async ({ one, resolve, replaceText }) => {
      one.replace('am Markt fehlen Bäume', 'am Markt fehlen Linden, Bänke und Bäume')
      one.deleteBlock('Die Stadt prüft')
      await resolve()
      await replaceText(withoutMarks(usualText))
    },
    expect: { stays: 'können.\nAm Bahnhof fehlen Bänke, ⟦am Markt fehlen Bäume⟧, und auf' },
  },
  {
    name: 'an entirely different text is imported',
    operation: ({ importText }) =>
      importText('## Musik\n\nDer Chor probt mittwochs.\n\nAlle sind willkommen, auch ohne Vorkenntnisse.'),
    expect: 'orphaned',
  },
]
