/**
 * The document as Tiptap extensions, for the editor of staff. Collaboration itself is not among them: the client adds
 * it with its provider. Nodes and marks come from Tiptap; what they store and what they look like comes from our own
 * tables, so each extension's `addAttributes` and `renderHTML` are replaced.
 *
 * Against surprises of co-editing: no trailing node (every open editor would add one), no history (undo is Yjs'),
 * ids only from editors that may write, and neither injected styles nor inline ones, which a strict content policy
 * forbids.
 */
import { type AnyExtension, type Extensions, flattenExtensions, Mark, Node } from '@tiptap/core'
import { Image } from '@tiptap/extension-image'
import { Link } from '@tiptap/extension-link'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { UniqueID } from '@tiptap/extension-unique-id'
import type { DOMOutputSpec } from '@tiptap/pm/model'
import { StarterKit } from '@tiptap/starter-kit'
import { newBlockId } from './block-ids.js'
import { FreshSelection } from './fresh-selection.js'
import {
  blockIdOfElementId,
  headingLevels,
  type MarkRendering,
  markRenderings,
  type NodeRendering,
  nodeRenderings,
  nodesWithBlockId,
  renderAttributes,
  type StoredAttributes,
} from './rendering-table.js'
import { safeHref } from './safe-attributes.js'
import { storedAttributes } from './stored-attributes.js'

/** `editable` is false for whoever only looks: then nothing here ever changes the document. */
export interface EditorExtensionOptions {
  readonly editable: boolean
}

/** Extensions for `new Editor({ injectCSS: false, … })`. */
export function editorExtensions({ editable }: EditorExtensionOptions): Extensions {
  const kit = StarterKit.configure({
    heading: { levels: [...headingLevels] },
    code: false,
    codeBlock: false,
    link: false,
    strike: false,
    trailingNode: false,
    underline: false,
    undoRedo: false,
  })
  return flattenExtensions([
    kit,
    SafeLink,
    UploadedImage,
    // No node view: Tiptap's own draws a `colgroup` with inline widths.
    Table.configure({ resizable: false, View: null }),
    TableRow,
    TableHeader,
    TableCell,
    FreshSelection,
    BlockIds.configure({ types: [...nodesWithBlockId], generateID: newBlockId, updateDocument: editable }),
  ])
    .filter(extension => extension.name !== kit.name)
    .map(adaptToTables)
}

const SafeLink = Link.configure({
  autolink: true,
  defaultProtocol: 'https',
  isAllowedUri: href => safeHref(href) !== null,
  linkOnPaste: true,
  openOnClick: false,
})

const UploadedImage = Image.extend({
  parseHTML: () => [{ tag: 'img[src^="/media/"]' }],
  // Typing Markdown must not place an image from elsewhere.
  addInputRules: () => [],
})

const BlockIds = UniqueID.extend({
  addGlobalAttributes() {
    return [
      {
        types: [...nodesWithBlockId],
        attributes: {
          id: { default: null, parseHTML: element => blockIdOfElementId(element.id) },
        },
      },
    ]
  },
})

function adaptToTables(extension: AnyExtension): AnyExtension {
  const attributes = storedAttributes[extension.name]
  const stored = attributes === undefined ? {} : { addAttributes: () => attributes }
  if (extension instanceof Node) {
    const rendering = nodeRenderings.get(extension.name)
    if (rendering === undefined) return extension
    return extension.extend({
      ...stored,
      // The list is flat already; a list item would bring its companion a second time.
      addExtensions: () => [],
      renderHTML: ({ node }) => nodeSpec(rendering, node.attrs),
    })
  }
  if (extension instanceof Mark) {
    const rendering = markRenderings.get(extension.name)
    if (rendering === undefined) return extension
    return extension.extend({ ...stored, renderHTML: ({ mark }) => markSpec(rendering, mark.attrs) })
  }
  return extension
}

function nodeSpec(rendering: NodeRendering, stored: StoredAttributes): DOMOutputSpec {
  const attributes = Object.fromEntries(renderAttributes(rendering, stored))
  const tag = rendering.tag(stored)
  if (rendering.content === 'nothing') return [tag, attributes]
  return rendering.inner === undefined ? [tag, attributes, 0] : [tag, attributes, [rendering.inner, 0]]
}

function markSpec(rendering: MarkRendering, stored: StoredAttributes): DOMOutputSpec {
  return [rendering.tag, Object.fromEntries(renderAttributes(rendering, stored)), 0]
}
