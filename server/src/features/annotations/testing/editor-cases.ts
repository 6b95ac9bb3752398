import { type EditorCase, usualText } from './editor-case.js'
import { withoutMarks } from './marked-text.js'

/** Everything an editor can do to a text with a passage in it, and what must come of the passage. */
export const editorCases: EditorCase[] = [
  ...typing(),
  ...deleting(),
  ...splittingAndJoining(),
  ...blockTypes(),
  ...moving(),
  ...replacing(),
  ...wholeTexts(),
  ...aliveButWrong(),
]

function typing(): EditorCase[] {
  return [
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
}

function deleting(): EditorCase[] {
  return [
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
}

function splittingAndJoining(): EditorCase[] {
  return [
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
}

function blockTypes(): EditorCase[] {
  const unmoved = { stays: 'Bänke, ⟦am Markt fehlen Bäume⟧, und auf' }
  return [
    {
      name: 'its paragraph becomes a heading',
      operation: ({ one }) => {
        one.put({ before: 'Am Bahnhof' })
        one.editor.commands.setHeading({ level: 3 })
      },
      expect: unmoved,
    },
    {
      name: 'its paragraph becomes a heading and a paragraph again',
      operation: async ({ one, resolve }) => {
        one.put({ before: 'Am Bahnhof' })
        one.editor.commands.setHeading({ level: 3 })
        await resolve()
        one.editor.commands.setParagraph()
      },
      expect: unmoved,
    },
    {
      name: 'its paragraph becomes a list',
      operation: ({ one }) => {
        one.put({ before: 'Am Bahnhof' })
        one.editor.commands.toggleBulletList()
      },
      expect: unmoved,
    },
    {
      name: 'its paragraph becomes a list and a paragraph again',
      operation: async ({ one, resolve }) => {
        one.put({ before: 'Am Bahnhof' })
        one.editor.commands.toggleOrderedList()
        await resolve()
        one.editor.commands.toggleOrderedList()
      },
      expect: unmoved,
    },
    {
      name: 'its paragraph becomes a quote',
      operation: ({ one }) => {
        one.put({ before: 'Am Bahnhof' })
        one.editor.commands.toggleBlockquote()
      },
      expect: unmoved,
    },
    {
      name: 'its paragraph becomes a quote and a paragraph again',
      operation: async ({ one, resolve }) => {
        one.put({ before: 'Am Bahnhof' })
        one.editor.commands.toggleBlockquote()
        await resolve()
        one.editor.commands.toggleBlockquote()
      },
      expect: unmoved,
    },
    {
      name: 'a table is put before its paragraph, and one behind',
      operation: ({ one }) => {
        one.put({ behind: 'werden können.' })
        one.editor.commands.insertTable({ rows: 2, cols: 2 })
        one.put({ behind: 'fehlt beides.' })
        one.editor.commands.insertTable({ rows: 2, cols: 2 })
      },
      expect: unmoved,
    },
    {
      name: 'a table is put around its paragraph',
      operation: ({ one }) => {
        const { editor } = one
        const { from, to } = one.blockOf('Am Bahnhof')
        const { table, tableRow, tableCell } = editor.schema.nodes
        const paragraph = editor.state.doc.slice(from, to).content
        const around = table?.create(null, tableRow?.create(null, tableCell?.create(null, paragraph)))
        if (around) editor.view.dispatch(editor.state.tr.replaceWith(from, to, around))
      },
      expect: unmoved,
    },
  ]
}

function moving(): EditorCase[] {
  return [
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
      text: `${usualText}\nZum Schluss: ⟦⟧.`
        .replace('⟦⟧', 'alles Weitere folgt')
        .replace(', und auf dem Weg dazwischen fehlt beides.', '. Auf dem Weg dazwischen fehlt beides.'),
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
}

function replacing(): EditorCase[] {
  return [
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
}

const revised = withoutMarks(usualText)
  .replace('Am Bahnhof fehlen Bänke, am', 'Am neuen Bahnhof fehlen immer noch Bänke, am')
  .replace('## Plätze und Wege', '## Plätze, Wege und Bäume\n\nDer neue Entwurf beginnt mit einem Vorwort.')

function wholeTexts(): EditorCase[] {
  return [
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
}

/** What an import with another version does: the same letters live on in another paragraph. */
function aliveButWrong(): EditorCase[] {
  return [
    {
      name: 'a short phrase that stands in several paragraphs, after an import without the first of them',
      text: [
        'Die Verwaltung prüft ⟦den Antrag⟧ sorgfältig.',
        'Der Ausschuss lehnt den Antrag heute ab.',
        'Die Kanzlei ordnet den Antrag danach ein.',
      ].join('\n\n'),
      operation: ({ one }) =>
        void one.editor.commands.setContent(
          '<p>Der Ausschuss lehnt den Antrag heute ab.</p><p>Die Kanzlei ordnet den Antrag danach ein.</p>',
        ),
      expect: 'orphaned',
    },
    {
      name: 'a short phrase in a long text, after an import without its paragraph',
      text: `${withoutMarks(usualText)}
Die Verwaltung prüft ⟦den Antrag⟧ sorgfältig.

Der Ausschuss lehnt den Antrag heute ab.

Zuletzt wird alles im Amtsblatt bekannt gemacht und im Internet veröffentlicht, damit es jede und jeder lesen kann.`,
      operation: ({ one }) => {
        const html = one.editor.getHTML().replace(/<p[^>]*>Die Verwaltung[^<]*<\/p>/, '')
        one.editor.commands.setContent(html)
      },
      expect: 'orphaned',
    },
    {
      name: 'a short phrase whose letters live on in the reworded neighbour of its paragraph',
      text: `${withoutMarks(usualText)}
Die Verwaltung prüft ⟦den Antrag⟧ sorgfältig.

Der Ausschuss lehnt den Antrag heute ab.

Zuletzt wird alles im Amtsblatt bekannt gemacht und im Internet veröffentlicht, damit es jede und jeder lesen kann.`,
      operation: ({ one }) => {
        const html = one.editor
          .getHTML()
          .replace(/<p[^>]*>Die Verwaltung[^<]*<\/p>/, '')
          .replace('lehnt den Antrag heute ab', 'lehnt den Antrag morgen ab')
        one.editor.commands.setContent(html)
      },
      expect: 'orphaned',
    },
    {
      name: 'a list item that is removed while its neighbour is reworded',
      text: `## Was zu tun ist

- Linden an der Allee werden im Frühjahr geschnitten.
- Bänke am Ufer werden ⟦im Sommer gestrichen⟧.
- Brunnen am Platz werden im Herbst geleert.
- Wege im Park werden im Winter geräumt.`,
      operation: ({ one }) => {
        const html = one.editor
          .getHTML()
          .replace(/<li[^>]*><p[^>]*>Bänke[^<]*<\/p><\/li>/, '')
          .replace(
            'Brunnen am Platz werden im Herbst geleert.',
            'Brunnen am Ufer werden im Sommer gereinigt.',
          )
        one.editor.commands.setContent(html)
      },
      expect: { suggested: 'Brunnen am Ufer werden ⟦im Sommer⟧ gereinigt.' },
    },
    {
      name: 'a whole list item that is removed while its neighbour is reworded',
      text: `## Was zu tun ist

- Linden an der Allee werden im Frühjahr geschnitten.
- ⟦Bänke am Ufer werden im Sommer gestrichen.⟧
- Brunnen am Platz werden im Herbst geleert.
- Wege im Park werden im Winter geräumt.`,
      operation: ({ one }) => {
        const html = one.editor
          .getHTML()
          .replace(/<li[^>]*><p[^>]*>Bänke[^<]*<\/p><\/li>/, '')
          .replace(
            'Brunnen am Platz werden im Herbst geleert.',
            'Brunnen am Platz werden im Sommer gereinigt.',
          )
        one.editor.commands.setContent(html)
      },
      expect: 'orphaned',
    },
  ]
}
