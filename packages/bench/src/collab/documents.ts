import * as Y from 'yjs'

/** Their names begin so that contenders give them content; see `contender-duty.ts`. */
export const seededDocuments = ['seeded-a', 'seeded-b', 'seeded-c', 'seeded-d', 'seeded-e'] as const

/** 200 pages with 50,000 edits of history: paragraphs typed word by word, with corrections. */
export function largeDocument(): Uint8Array {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('default')
  for (let paragraph = 0; paragraph < 1_600; paragraph++) {
    if (paragraph % 80 === 0) doc.clientID = 1_000 + paragraph
    const block = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    fragment.insert(Math.floor((fragment.length * ((paragraph * 7919) % 100)) / 100), [block])
    block.insert(0, [text])
    for (let edit = 0; edit < 31; edit++) typeOrCorrect(text, edit)
  }
  return Y.encodeStateAsUpdate(doc)
}

function typeOrCorrect(text: Y.XmlText, edit: number): void {
  const middle = Math.floor(text.length / 2)
  if (edit % 5 === 4) text.delete(middle, 3)
  else text.insert(edit % 3 === 0 ? middle : text.length, 'a few words about the city ')
}

/** 9 kB. */
export function smallDocument(): Uint8Array {
  const doc = new Y.Doc()
  const text = doc.getText('t')
  while (Y.encodeStateAsUpdate(doc).length < 9_000) text.insert(text.length >> 1, 'twenty more letters ')
  return Y.encodeStateAsUpdate(doc)
}
