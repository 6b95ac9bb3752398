import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { documentFragment } from './fragment.js'
import { initialUpdate } from './from-markdown.js'
import { splitHtml } from './split-html.js'
import { docOf, RandomDocument } from './testing/random-document.js'
import { SeededRandom } from './testing/seeded-random.js'
import { renderBlocksHtml, renderHtml } from './to-html.js'

describe('cutting a text into its blocks', () => {
  it('gives the blocks that were put together, whatever stands in them', () => {
    const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9))
    for (let round = 0; round < 60; round++) {
      const fragment = documentFragment(docOf(new RandomDocument(new SeededRandom(seed + round)).json()))
      const blocks = splitHtml(renderHtml(fragment))
      expect(
        blocks.map(({ html }) => html),
        `seed ${seed + round}`,
      ).toEqual(renderBlocksHtml(fragment).map(({ html }) => html))
    }
  })

  it('knows headings, and the ids of all lines in a list', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, initialUpdate('## Ziele\n\n- Bus\n- Rad\n\nEin < Zeichen und a > b', 'split'))
    const [heading, list, paragraph] = splitHtml(renderHtml(documentFragment(doc)))
    expect([heading?.level, list?.level, paragraph?.level]).toEqual([2, null, null])
    expect(list?.ids.length).toBeGreaterThan(2)
    expect(list?.id).toBe(list?.ids[0])
    expect(splitHtml('')).toEqual([])
  })
})
