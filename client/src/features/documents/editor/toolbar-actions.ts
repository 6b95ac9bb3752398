import type {} from '@randnotiz/document-schema/editor-commands'
import type { Editor } from '@tiptap/core'
import {
  Bold,
  Heading2,
  Heading3,
  ImagePlus,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  Minus,
  Quote,
  Redo2,
  Table,
  Undo2,
} from 'lucide-react'
import { insertBehind } from './insert-behind.js'
import type { Shortcut } from './shortcut.js'

/** What a button works on: the text, and the dialogs that ask for more. */
export type Desk = {
  editor: Editor
  openLinkDialog(): void
  openImageDialog(): void
  openDescriptionDialog(): void
}

/** A button of a toolbar: an icon, or words where no icon speaks for itself. `isActive` makes it a toggle. */
export type ToolbarAction = {
  /** Key of its text. */
  name: string
  icon?: LucideIcon
  /** Works in the text too; shown with the name. */
  shortcut?: Shortcut
  run(desk: Desk): void
  isActive?(editor: Editor): boolean
  isPossible(editor: Editor): boolean
}

/** Undo takes back one's own edits only: the history is Yjs's, bound to this browser's changes. */
const history = [
  {
    name: 'undo',
    icon: Undo2,
    shortcut: 'Mod+Z',
    run: ({ editor }) => editor.chain().focus().undo().run(),
    isPossible: editor => editor.can().undo(),
  },
  {
    name: 'redo',
    icon: Redo2,
    shortcut: 'Mod+Shift+Z',
    run: ({ editor }) => editor.chain().focus().redo().run(),
    isPossible: editor => editor.can().redo(),
  },
] as const satisfies ToolbarAction[]

const headings = [
  {
    name: 'heading2',
    icon: Heading2,
    shortcut: 'Mod+Alt+2',
    run: ({ editor }) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
    isActive: editor => editor.isActive('heading', { level: 2 }),
    isPossible: editor => editor.can().toggleHeading({ level: 2 }),
  },
  {
    name: 'heading3',
    icon: Heading3,
    shortcut: 'Mod+Alt+3',
    run: ({ editor }) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
    isActive: editor => editor.isActive('heading', { level: 3 }),
    isPossible: editor => editor.can().toggleHeading({ level: 3 }),
  },
] as const satisfies ToolbarAction[]

const marks = [
  {
    name: 'bold',
    icon: Bold,
    shortcut: 'Mod+B',
    run: ({ editor }) => editor.chain().focus().toggleBold().run(),
    isActive: editor => editor.isActive('bold'),
    isPossible: editor => editor.can().toggleBold(),
  },
  {
    name: 'italic',
    icon: Italic,
    shortcut: 'Mod+I',
    run: ({ editor }) => editor.chain().focus().toggleItalic().run(),
    isActive: editor => editor.isActive('italic'),
    isPossible: editor => editor.can().toggleItalic(),
  },
  {
    name: 'link',
    icon: Link,
    shortcut: 'Mod+K',
    run: desk => desk.openLinkDialog(),
    isActive: editor => editor.isActive('link'),
    isPossible: editor => editor.can().setLink({ href: '/' }),
  },
] as const satisfies ToolbarAction[]

const blocks = [
  {
    name: 'bulletList',
    icon: List,
    shortcut: 'Mod+Shift+8',
    run: ({ editor }) => editor.chain().focus().toggleBulletList().run(),
    isActive: editor => editor.isActive('bulletList'),
    isPossible: editor => editor.can().toggleBulletList(),
  },
  {
    name: 'orderedList',
    icon: ListOrdered,
    shortcut: 'Mod+Shift+7',
    run: ({ editor }) => editor.chain().focus().toggleOrderedList().run(),
    isActive: editor => editor.isActive('orderedList'),
    isPossible: editor => editor.can().toggleOrderedList(),
  },
  {
    name: 'blockquote',
    icon: Quote,
    shortcut: 'Mod+Shift+B',
    run: ({ editor }) => editor.chain().focus().toggleBlockquote().run(),
    isActive: editor => editor.isActive('blockquote'),
    isPossible: editor => editor.can().toggleBlockquote(),
  },
] as const satisfies ToolbarAction[]

const insertions = [
  {
    name: 'horizontalRule',
    icon: Minus,
    run: ({ editor }) => insertBehind(editor).setHorizontalRule().run(),
    isPossible: editor => editor.can().setHorizontalRule(),
  },
  {
    name: 'image',
    icon: ImagePlus,
    run: desk => desk.openImageDialog(),
    isPossible: editor => editor.can().setImage({ src: '' }),
  },
  {
    name: 'table',
    icon: Table,
    run: ({ editor }) => insertBehind(editor).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    // A table inside a table is nothing a reader could follow.
    isPossible: editor => !editor.isActive('table') && editor.can().insertTable(),
  },
] as const satisfies ToolbarAction[]

/** The toolbar from left to right, in groups. */
export const toolbarGroups = [history, headings, marks, blocks, insertions] as const

export type ToolbarActionName = (typeof toolbarGroups)[number][number]['name']
