import { type EditorCase, usualText } from '../editor-case.js'
import { withoutMarks } from '../marked-text.js'

/** What an import with another version does: the same letters live on in another paragraph. */
export const aliveButWrong: EditorCase[] = [
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
        .replace('Brunnen am Platz werden im Herbst geleert.', 'Brunnen am Ufer werden im Sommer gereinigt.')
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
        .replace('Brunnen am Platz werden im Herbst geleert.', 'Brunnen am Platz werden im Sommer gereinigt.')
      one.editor.commands.setContent(html)
    },
    expect: 'orphaned',
  },
]
