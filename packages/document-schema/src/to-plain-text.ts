import type * as Y from 'yjs'
import { indexFlatText } from './flat-text.js'

/** The flat text alone: what is searched, counted, quoted and kept with a release. */
export function toPlainText(fragment: Y.XmlFragment): string {
  return indexFlatText(fragment).text
}
