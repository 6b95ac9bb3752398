import type { Editor } from '@tiptap/core'
import { insertBehind } from './insert-behind.js'

/**
 * Puts plain words where the caret is. Several lines become paragraphs behind the one with the caret: in its middle they
 * would tear it apart.
 */
export function insertWords(editor: Editor, words: string): void {
  const lines = words.split('\n').filter(line => line.trim() !== '')
  const text = (line: string) => ({ type: 'text', text: line })
  const [first] = lines
  if (first === undefined) return
  if (lines.length === 1) editor.chain().focus().insertContent(text(first)).run()
  else
    insertBehind(editor)
      .insertContent(lines.map(line => ({ type: 'paragraph', content: [text(line)] })))
      .run()
}
