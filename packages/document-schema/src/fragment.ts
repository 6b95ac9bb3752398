import type * as Y from 'yjs'

/** Name of the one `Y.XmlFragment` that holds a document. */
export const fragmentName = 'default'

/** The text of a document. Creates nothing that would be sent to others. */
export function documentFragment(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment(fragmentName)
}
