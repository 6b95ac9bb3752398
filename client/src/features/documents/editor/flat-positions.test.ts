import { indexFlatText } from '@randnotiz/document-schema/flat-text'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { documentSchema } from '@randnotiz/document-schema/schema'
import { prosemirrorJSONToYDoc } from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import { flatLines, offsetsBetween, positionsOf } from './flat-positions.js'

const text = (words: string) => ({ type: 'text', text: words })
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const cell = (words: string) => ({ type: 'tableCell', content: [paragraph(text(words))] })

const content = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [text('Mobile Stadt')] },
    paragraph(text('Rad '), { type: 'text', text: 'und', marks: [{ type: 'bold' }] }, text(' Bus 🚲')),
    paragraph(),
    { type: 'horizontalRule' },
    { type: 'image', attrs: { src: '/media/0123456789abcdef01234567.webp', alt: 'Ein Rad' } },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('Erstens'))] }] },
    { type: 'blockquote', content: [paragraph(text('oben'), { type: 'hardBreak' }, text('unten'))] },
    { type: 'table', content: [{ type: 'tableRow', content: [cell('links'), cell('rechts')] }] },
  ],
}

const doc = documentSchema().nodeFromJSON(content)
const lines = flatLines(doc)
const flat = indexFlatText(documentFragment(prosemirrorJSONToYDoc(documentSchema(), content, 'default')))

const rangeOf = (words: string) => {
  const start = flat.text.indexOf(words)
  return { start, end: start + words.length }
}
const wordsAt = ({ from, to }: { from: number; to: number }) => doc.textBetween(from, to)

describe('flatLines', () => {
  it('has the same lines as the flat text of the document', () => {
    expect(lines.map(({ start, end }) => ({ start, end }))).toEqual(
      flat.blocks.map(({ start, end }) => ({ start, end })),
    )
  })
})

describe('positionsOf', () => {
  it.each(['Mobile Stadt', 'Rad und Bus 🚲', 'Erstens', 'unten', 'links', 'rechts'])('finds %j', words => {
    const [place, ...more] = positionsOf(lines, rangeOf(words))
    expect(more).toEqual([])
    expect(place && wordsAt(place)).toBe(words)
    expect(place && offsetsBetween(lines, place)).toEqual(rangeOf(words))
  })

  it('cuts a passage at the ends of lines, and leaves out empty ones', () => {
    const passage = { start: rangeOf('Stadt').start, end: rangeOf('Erst').end }
    expect(positionsOf(lines, passage).map(wordsAt)).toEqual(['Stadt', 'Rad und Bus 🚲', 'Erst'])
  })

  it('finds nothing beyond the text', () => {
    const { length } = flat.text
    expect(positionsOf(lines, { start: length, end: length + 5 })).toEqual([])
  })
})

describe('offsetsBetween', () => {
  it('clips a selection to the lines it touches', () => {
    const all = offsetsBetween(lines, { from: 0, to: doc.content.size })
    expect(all).toEqual({ start: 0, end: flat.text.length })
    expect(offsetsBetween(lines, { from: doc.content.size, to: doc.content.size })).toBeNull()
  })
})
