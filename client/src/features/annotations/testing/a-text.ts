import { type FlatIndex, indexFlatText } from '@randnotiz/document-schema/flat-text'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import * as Y from 'yjs'

export type TestText = {
  doc: Y.Doc
  /** The text as it is now. */
  index(): FlatIndex
  /** The Yjs text of a paragraph. */
  paragraph(number: number): Y.XmlText
}

/** A live document of plain paragraphs. */
export function aText(...paragraphs: string[]): TestText {
  const doc = new Y.Doc()
  const fragment = documentFragment(doc)
  const texts = paragraphs.map((words, number) => {
    const block = new Y.XmlElement('paragraph')
    const text = new Y.XmlText(words)
    fragment.push([block])
    block.setAttribute('id', `block${number}`)
    block.push([text])
    return text
  })
  return {
    doc,
    index: () => indexFlatText(fragment),
    paragraph(number) {
      const text = texts[number]
      if (text === undefined) throw new Error(`no paragraph ${number}`)
      return text
    },
  }
}
