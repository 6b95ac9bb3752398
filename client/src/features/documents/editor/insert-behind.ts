import type { ChainedCommands, Editor } from '@tiptap/core'

/**
 * Begins to insert a block: behind the paragraph with the caret. What is put into its middle would split it, and the
 * passages in its second half would have to be searched anew.
 */
export function insertBehind(editor: Editor): ChainedCommands {
  const { $to } = editor.state.selection
  const chain = editor.chain().focus()
  return $to.parent.isTextblock ? chain.setTextSelection($to.end()) : chain
}
