import type { EditorCase } from '../editor-case.js'

const unmoved = { stays: 'Bänke, ⟦am Markt fehlen Bäume⟧, und auf' }

export const blockTypes: EditorCase[] = [
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
