import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { editWords } from './edit-words.js'
import { indexFlatText } from './flat-text.js'
import { documentFragment } from './fragment.js'

/** Two paragraphs: one with a bold word and a link, one plain. */
function aDocument(): Y.Doc {
  const doc = new Y.Doc()
  const texts = [new Y.XmlText(), new Y.XmlText('Ein zweiter Absatz.')]
  texts[0]?.applyDelta([
    { insert: 'Die ' },
    { insert: 'Stadt', attributes: { bold: true } },
    { insert: ' baut zwölf Bänke am ' },
    { insert: 'Markt', attributes: { link: { href: 'https://example.org' } } },
    { insert: '.' },
  ])
  const paragraphs = texts.map((text, number) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.setAttribute('id', `block${number}`)
    paragraph.insert(0, [text])
    return paragraph
  })
  documentFragment(doc).insert(0, paragraphs)
  return doc
}

const textOf = (doc: Y.Doc) => indexFlatText(documentFragment(doc)).text

function edit(doc: Y.Doc, old: string, fresh: string) {
  const start = textOf(doc).indexOf(old)
  return { start, end: start + old.length, text: fresh }
}

function edited(doc: Y.Doc, ...edits: ReturnType<typeof edit>[]) {
  const result = editWords(doc, edits)
  if (result === null) throw new Error('not possible')
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  Y.applyUpdate(other, result.update)
  expect(textOf(other)).toBe(result.index.text)
  const block = documentFragment(other).get(0)
  const text = block instanceof Y.XmlElement ? block.get(0) : null
  return { ...result, other, delta: text instanceof Y.XmlText ? text.toDelta() : [] }
}

describe('words are edited', () => {
  it('with the marks of the word they stand for, and nothing else changes', () => {
    const doc = aDocument()
    const before = Y.encodeStateAsUpdate(doc)
    const { delta, blockIds } = edited(doc, edit(doc, 'Stadt', 'Gemeinde'), edit(doc, 'zwölf', 'zwanzig'))
    expect(delta).toEqual([
      { insert: 'Die ' },
      { insert: 'Gemeinde', attributes: { bold: true } },
      { insert: ' baut zwanzig Bänke am ' },
      { insert: 'Markt', attributes: { link: { href: 'https://example.org' } } },
      { insert: '.' },
    ])
    expect(blockIds).toEqual(['block0'])
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('between two words with the marks of the one before, at the start with those of the one behind', () => {
    const doc = aDocument()
    const { delta } = edited(doc, edit(doc, 'Die', 'Unsere'), {
      ...edit(doc, ' am ', ''),
      end: textOf(doc).indexOf(' am '),
      text: ' aus Holz',
    })
    expect(delta[0]).toEqual({ insert: 'Unsere ' })
    expect(delta[2]).toEqual({ insert: ' baut zwölf Bänke aus Holz am ' })
    const atStart = edited(doc, { start: 0, end: 0, text: 'Ja: ' })
    expect(atStart.index.text.startsWith('Ja: Die Stadt')).toBe(true)
  })

  it('over borders of marks, and by taking away alone', () => {
    const doc = aDocument()
    expect(edited(doc, edit(doc, 'Stadt baut', 'Verwaltung pflanzt')).index.text).toContain(
      'Die Verwaltung pflanzt zwölf',
    )
    expect(edited(doc, edit(doc, ' am Markt', '')).index.text).toContain('zwölf Bänke.')
  })

  it('while others write elsewhere, without touching what they wrote', () => {
    const doc = aDocument()
    const result = editWords(doc, [edit(doc, 'zwölf', 'zwanzig')])
    const block = documentFragment(doc).get(1)
    const text = block instanceof Y.XmlElement ? block.get(0) : null
    if (text instanceof Y.XmlText) text.insert(0, 'Neu: ')
    if (result) Y.applyUpdate(doc, result.update)
    expect(textOf(doc)).toBe('Die Stadt baut zwanzig Bänke am Markt.\nNeu: Ein zweiter Absatz.')
  })

  it('but never so that lines are joined or parted', () => {
    const doc = aDocument()
    expect(editWords(doc, [edit(doc, 'Markt.\nEin', 'Markt. Ein')])).toBeNull()
    expect(editWords(doc, [edit(doc, 'zwölf', 'zwölf\nrote')])).toBeNull()
    expect(editWords(doc, [{ start: 0, end: 10_000, text: '' }])).toBeNull()
  })
})
