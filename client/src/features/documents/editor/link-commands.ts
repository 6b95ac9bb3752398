import type { Editor } from '@tiptap/core'

export type LinkPlace =
  /** The caret stands in a link, or a stretch of one is selected. */
  | { kind: 'existing'; href: string }
  /** Words are selected that will lead somewhere. */
  | { kind: 'selection' }
  /** Nothing is selected: the link brings its own words. */
  | { kind: 'caret' }

export function linkPlaceOf(editor: Editor): LinkPlace {
  if (editor.isActive('link')) {
    const href: unknown = editor.getAttributes('link').href
    return { kind: 'existing', href: typeof href === 'string' ? href : '' }
  }
  return editor.state.selection.empty ? { kind: 'caret' } : { kind: 'selection' }
}

export type NewLink = { href: string; words: string }

export function setLinkAt(editor: Editor, place: LinkPlace, { href, words }: NewLink): void {
  const chain = editor.chain().focus()
  switch (place.kind) {
    case 'existing':
      chain.extendMarkRange('link').setLink({ href }).run()
      return
    case 'selection':
      chain.setLink({ href }).run()
      return
    case 'caret':
      // What is typed next is no longer part of the link.
      chain
        .insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] })
        .unsetMark('link')
        .run()
  }
}

export function removeLink(editor: Editor): void {
  editor.chain().focus().extendMarkRange('link').unsetLink().run()
}
