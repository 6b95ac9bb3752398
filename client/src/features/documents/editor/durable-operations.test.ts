import { unsentText } from '@randnotiz/collab/unsent-text'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { DurableOperations } from './durable-operations.js'

function aText(): { doc: Y.Doc; text: Y.XmlText } {
  const doc = new Y.Doc()
  const text = new Y.XmlText()
  doc.getXmlFragment('content').insert(0, [text])
  return { doc, text }
}

it('what the server has sent is there, whoever wrote it; what was typed here is not', () => {
  const { doc: server, text } = aText()
  text.insert(0, 'von allen ')
  const here = new Y.Doc()
  const durable = new DurableOperations()
  const receive = (update: Uint8Array) => {
    durable.receive(update)
    Y.applyUpdate(here, update)
  }
  receive(Y.encodeStateAsUpdate(server))
  const own = here.getXmlFragment('content').get(0)
  if (own instanceof Y.XmlText) own.insert(10, 'nur hier')
  const before = Y.encodeStateVector(server)
  text.insert(0, 'noch mehr ')
  receive(Y.encodeStateAsUpdate(server, before))
  expect(unsentText(here, durable.counts)).toBe('nur hier')
})

it('what was confirmed once stays so, also when an older answer comes later', () => {
  const { doc, text } = aText()
  const durable = new DurableOperations()
  text.insert(0, 'alt ')
  const old = Y.decodeStateVector(Y.encodeStateVector(doc))
  text.insert(4, 'neu')
  durable.confirm(Y.decodeStateVector(Y.encodeStateVector(doc)))
  durable.confirm(old)
  expect(unsentText(doc, durable.counts)).toBe('')
})
