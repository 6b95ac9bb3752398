import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { blockNumberAt, characterAt, flatText, indexFlatText, offsetOf } from './flat-text.js'
import { documentFragment } from './fragment.js'
import { initialUpdate } from './from-markdown.js'
import { docOf, RandomDocument } from './testing/random-document.js'
import { runSeed, SeededRandom } from './testing/seeded-random.js'

function fragmentOf(markdown: string): Y.XmlFragment {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, initialUpdate(markdown, 'test'))
  return documentFragment(doc)
}

const everything = `## Titel

Ein **fetter** Satz\\
mit Umbruch.

- eins
- zwei
  - innen

> Zitat

| A | B |
|---|---|
| 1 | 2 |

![Nicht Teil des Textes](/media/a.webp)

---

Ende`

describe('flat text', () => {
  it('has a line for each paragraph and heading, also in lists, quotes and tables, and none for images and rules', () => {
    expect(flatText(fragmentOf(everything)).text).toBe(
      'Titel\nEin fetter Satz\nmit Umbruch.\neins\nzwei\ninnen\nZitat\nA\nB\n1\n2\nEnde',
    )
  })

  it('keeps empty paragraphs as empty lines', () => {
    const paragraph = { type: 'paragraph' }
    const doc = docOf({ type: 'doc', content: [paragraph, paragraph, paragraph] })
    expect(flatText(documentFragment(doc))).toMatchObject({
      text: '\n\n',
      blocks: [{}, { start: 1, end: 1 }, {}],
    })
  })

  it('names each line with id, type and level', () => {
    const { blocks } = flatText(fragmentOf(everything))
    expect(blocks[0]).toMatchObject({ type: 'heading', level: 2, start: 0, end: 5 })
    expect(blocks[1]).toMatchObject({ type: 'paragraph', start: 6, end: 34 })
    expect(new Set(blocks.map(block => block.id)).size).toBe(blocks.length)
  })

  it('finds the block of an offset, its trailing line break included', () => {
    const flat = flatText(fragmentOf(everything))
    expect([0, 5, 6, 34, 35, flat.text.length].map(offset => blockNumberAt(flat, offset))).toEqual([
      0,
      0,
      1,
      1,
      2,
      flat.blocks.length - 1,
    ])
    expect(blockNumberAt(flat, -1)).toBeNull()
    expect(blockNumberAt(flat, flat.text.length + 1)).toBeNull()
  })

  it('is empty for an empty document', () => {
    const index = indexFlatText(documentFragment(new Y.Doc()))
    expect(index).toMatchObject({ text: '', blocks: [] })
    expect(characterAt(index, 0)).toBeNull()
    expect(blockNumberAt(index, 0)).toBeNull()
  })

  it('does not know texts of another document', () => {
    const other = indexFlatText(fragmentOf('Fremd')).segments[0]
    if (other === undefined) throw new Error('no segment')
    expect(offsetOf(indexFlatText(fragmentOf('Eigen')), { type: other.type, index: 0 })).toBeNull()
  })

  it(`maps every character to its Yjs text and back, RANDOM_SEED=${runSeed}`, () => {
    for (let seed = runSeed; seed < runSeed + 30; seed++) {
      const index = indexFlatText(documentFragment(docOf(new RandomDocument(new SeededRandom(seed)).json())))
      for (let offset = 0; offset < index.text.length; offset++) {
        const position = characterAt(index, offset)
        if (position === null) expect(index.text[offset], `seed ${seed}, ${offset}`).toBe('\n')
        else expect(offsetOf(index, position), `seed ${seed}, ${offset}`).toBe(offset)
      }
      const lines = index.blocks.map(block => index.text.slice(block.start, block.end))
      expect(lines.join('\n'), `seed ${seed}`).toBe(index.text)
    }
  })
})
