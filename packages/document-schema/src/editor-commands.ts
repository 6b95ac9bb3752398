/**
 * The commands that `editorExtensions` brings, for the compiler only: each extension adds its own to Tiptap's
 * `Commands`, and whoever imports this type sees them.
 */
import type { ImageOptions } from '@tiptap/extension-image'
import type { LinkOptions } from '@tiptap/extension-link'
import type { TableOptions } from '@tiptap/extension-table'
import type { StarterKitOptions } from '@tiptap/starter-kit'

export type ExtensionsWithCommands = [StarterKitOptions, LinkOptions, ImageOptions, TableOptions]
