import { getSchema } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import { editorExtensions } from './extensions.js'

let schema: Schema | undefined

/** The ProseMirror schema of a document; the same object on every call. */
export function documentSchema(): Schema {
  schema ??= getSchema(editorExtensions({ editable: false }))
  return schema
}
