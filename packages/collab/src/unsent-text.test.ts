import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { unsentText } from './unsent-text.js'

it('gives back what was typed after the last save, without what was deleted again', () => {
  const doc = new Y.Doc()
  const [first, second] = [new Y.XmlText(), new Y.XmlText()]
  doc.getXmlFragment('x').insert(0, [first, second])
  first.insert(0, 'known ')
  const saved = Y.decodeStateVector(Y.encodeStateVector(doc))
  first.insert(6, 'new words')
  second.insert(0, 'another block')
  second.insert(13, '!!')
  second.delete(13, 2)
  expect(unsentText(doc, saved)).toBe('new words\nanother block')
})

it('gives back nothing when everything is saved', () => {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'all of it')
  expect(unsentText(doc, Y.decodeStateVector(Y.encodeStateVector(doc)))).toBe('')
})
