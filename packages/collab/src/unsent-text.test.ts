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

it('tells apart what was typed at two places of one block, and not what a format or a deletion cuts', () => {
  const doc = new Y.Doc()
  const block = new Y.XmlText()
  doc.getXmlFragment('x').insert(0, [block])
  block.insert(0, 'at the start, at the end')
  const saved = Y.decodeStateVector(Y.encodeStateVector(doc))
  block.insert(24, ' of the day')
  block.insert(0, 'Not only ')
  block.format(29, 3, { bold: true })
  block.delete(37, 4)
  expect(unsentText(doc, saved)).toBe('Not only \n of day')
})

it('keeps a word together that an editor has built around an old letter', () => {
  const doc = new Y.Doc()
  const block = new Y.XmlText()
  doc.getXmlFragment('x').insert(0, [block])
  block.insert(0, 'it is here')
  const saved = Y.decodeStateVector(Y.encodeStateVector(doc))
  // Typed before the "i" of "is": what an editor's difference makes of "wine ".
  block.insert(3, 'w')
  block.insert(5, 'ne i')
  expect(block.toString()).toBe('it wine is here')
  expect(unsentText(doc, saved)).toBe('wine i')
})

it('gives back nothing when everything is saved', () => {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'all of it')
  expect(unsentText(doc, Y.decodeStateVector(Y.encodeStateVector(doc)))).toBe('')
})
