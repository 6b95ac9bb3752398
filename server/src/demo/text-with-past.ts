import { seededBlockIds } from '@randnotiz/document-schema/block-ids'
import { contentOfUpdate } from '@randnotiz/document-schema/content/documents-of-content'
import { keepIds } from '@randnotiz/document-schema/content/keep-ids'
import { rewriteDocument } from '@randnotiz/document-schema/content/rewrite'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { initialUpdate } from '@randnotiz/document-schema/from-markdown'
import * as Y from 'yjs'

/** The same as of imports: the same texts give the same bytes. */
const importClientId = 1

export type TextWithPast = {
  /** What the text said, oldest first, each as one Yjs update. */
  past: Uint8Array[]
  /** What it says, with all that it grew out of. */
  now: Uint8Array
}

/**
 * A text that was written little by little: every state is an edit of the one before it, so that what is bound to the
 * words of an earlier one is found in the later ones. Blocks are called what they are called in the text of today.
 */
export function textWithPast(markdown: string, earlier: readonly string[], seed: string): TextWithPast {
  const today = contentOfUpdate(initialUpdate(markdown, seed))
  const doc = new Y.Doc()
  doc.clientID = importClientId
  const fragment = documentFragment(doc)
  const past = earlier.map((words, number) => {
    const newId = seededBlockIds(`${seed} ${number}`)
    rewriteDocument(fragment, keepIds(today, contentOfUpdate(initialUpdate(words, seed)), newId))
    return Y.encodeStateAsUpdate(doc)
  })
  rewriteDocument(fragment, today)
  const now = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return { past, now }
}
