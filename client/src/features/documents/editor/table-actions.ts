import type { ToolbarAction } from './toolbar-actions.js'

const rows = [
  {
    name: 'addRowBefore',
    run: ({ editor }) => editor.chain().focus().addRowBefore().run(),
    isPossible: editor => editor.can().addRowBefore(),
  },
  {
    name: 'addRowAfter',
    run: ({ editor }) => editor.chain().focus().addRowAfter().run(),
    isPossible: editor => editor.can().addRowAfter(),
  },
  {
    name: 'deleteRow',
    run: ({ editor }) => editor.chain().focus().deleteRow().run(),
    isPossible: editor => editor.can().deleteRow(),
  },
] as const satisfies ToolbarAction[]

const columns = [
  {
    name: 'addColumnBefore',
    run: ({ editor }) => editor.chain().focus().addColumnBefore().run(),
    isPossible: editor => editor.can().addColumnBefore(),
  },
  {
    name: 'addColumnAfter',
    run: ({ editor }) => editor.chain().focus().addColumnAfter().run(),
    isPossible: editor => editor.can().addColumnAfter(),
  },
  {
    name: 'deleteColumn',
    run: ({ editor }) => editor.chain().focus().deleteColumn().run(),
    isPossible: editor => editor.can().deleteColumn(),
  },
] as const satisfies ToolbarAction[]

const whole = [
  {
    name: 'headerRow',
    run: ({ editor }) => editor.chain().focus().toggleHeaderRow().run(),
    isActive: editor => editor.isActive('tableHeader'),
    isPossible: editor => editor.can().toggleHeaderRow(),
  },
  {
    name: 'deleteTable',
    run: ({ editor }) => editor.chain().focus().deleteTable().run(),
    isPossible: editor => editor.can().deleteTable(),
  },
] as const satisfies ToolbarAction[]

/** What can be done to the table that holds the caret. */
export const tableGroups = [rows, columns, whole] as const

export type TableActionName = (typeof tableGroups)[number][number]['name']
