import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createCrdtRange, resolveCrdtRange } from '../crdt-range.js'
import { indexFlatText } from '../flat-text.js'
import { documentFragment } from '../fragment.js'
import { initialUpdate } from '../from-markdown.js'
import { renderHtml } from '../to-html.js'
import { type Content, contentOf } from './content-node.js'
import { contentOfUpdate, rewritingUpdate } from './documents-of-content.js'
import { keepIds } from './keep-ids.js'
import { parseContent } from './parse-content.js'
import { readContent } from './read-content.js'

const before = `
## Ziel

Die Stadt prüft bis zum Sommer, wo Fahrräder **sicher** stehen können.

- Bänke am Bahnhof
- Bäume am Markt

Der Rat entscheidet im Herbst über die erste Fassung.
`

function live(markdown = before) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, initialUpdate(markdown, 'live'))
  const index = () => indexFlatText(documentFragment(doc))
  return {
    doc,
    content: () => contentOf(documentFragment(doc)),
    /** Something that clings to the characters of some words, as an annotation does. */
    cling(words: string) {
      const start = index().text.indexOf(words)
      const range = createCrdtRange(index(), { start, end: start + words.length })
      if (range === null) throw new Error(`not there: ${words}`)
      return () => resolveCrdtRange(index(), range)
    },
    become(draft: string) {
      const content = keepIds(
        contentOf(documentFragment(doc)),
        contentOfUpdate(initialUpdate(draft, 'draft')),
      )
      Y.applyUpdate(doc, rewritingUpdate(Y.encodeStateAsUpdate(doc), content))
      return content
    },
  }
}

describe('a new draft', () => {
  it('leaves the characters of what stays, also inside of a paragraph that changes', () => {
    const text = live()
    const words = [
      text.cling('wo Fahrräder sicher stehen'),
      text.cling('Bäume am Markt'),
      text.cling('Herbst'),
    ]
    text.become(before.replace('bis zum Sommer', 'bis zum Frühling').replace('- Bänke am Bahnhof\n', ''))
    expect(words.map(find => find().kind)).toEqual(['alive', 'alive', 'alive'])
    expect(renderHtml(documentFragment(text.doc))).toContain('bis zum Frühling, wo Fahrräder')
  })

  it('gives blocks that stay their names, and new ones new names', () => {
    const text = live()
    const [heading, paragraph] = text.content()
    const fresh = text.become(`Ein neuer erster Satz.\n${before}`)
    expect(fresh.slice(1, 3)).toEqual([heading, paragraph])
    expect(new Set(JSON.stringify(fresh).match(/"id":"[^"]+"/g)).size).toBe(9)
  })

  it('changes marks without touching the words', () => {
    const text = live()
    const find = text.cling('wo Fahrräder sicher stehen')
    text.become(before.replace('**sicher**', 'sicher').replace('Sommer', '*Sommer*'))
    expect(find()).toMatchObject({ kind: 'alive', text: 'wo Fahrräder sicher stehen' })
    expect(renderHtml(documentFragment(text.doc))).toContain('<em>Sommer</em>, wo Fahrräder sicher stehen')
  })

  it('meets what somebody typed at the same time', () => {
    const text = live()
    const edit = rewritingUpdate(
      Y.encodeStateAsUpdate(text.doc),
      keepIds(text.content(), contentOfUpdate(initialUpdate(before.replace('Herbst', 'Winter'), 'draft'))),
    )
    const first = indexFlatText(documentFragment(text.doc)).segments[0]?.type
    first?.insert(0, 'Unser ')
    Y.applyUpdate(text.doc, edit)
    expect(renderHtml(documentFragment(text.doc))).toMatch(/Unser Ziel.*im Winter/)
  })

  it('that is empty is one empty paragraph', () => {
    const text = live()
    Y.applyUpdate(text.doc, rewritingUpdate(Y.encodeStateAsUpdate(text.doc), []))
    expect(text.content()).toEqual([{ type: 'paragraph' }])
  })
})

describe('content from elsewhere', () => {
  const doc = (...content: unknown[]) => ({ type: 'doc', content })
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'Ein Satz.' }] }

  it('is read where the schema takes it', () => {
    expect(readContent(doc(paragraph))).toEqual([paragraph])
  })

  it.each([
    ['nothing', undefined],
    ['a string', 'Ein Satz.'],
    ['no document', paragraph],
    ['an unknown node', doc({ type: 'script', content: [] })],
    ['text where blocks belong', doc({ type: 'text', text: 'lose' })],
    ['a list without items', doc({ type: 'bulletList', content: [] })],
    [
      'an unknown mark',
      doc({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'blink' }] }] }),
    ],
    ['an empty text', doc({ type: 'paragraph', content: [{ type: 'text', text: '' }] })],
  ])('is refused when it is %s', (_, json) => {
    expect(readContent(json)).toBeNull()
  })

  it('loses attributes that nobody knows, and values that say nothing', () => {
    const read = readContent(
      doc(
        { ...paragraph, attrs: { id: 'not an id!', onclick: 'alert(1)' } },
        { type: 'image', attrs: { src: null } },
      ),
    )
    expect(read).toEqual([paragraph, { type: 'image' }])
  })

  it('is read leniently where it was kept by us', () => {
    const kept: Content = [{ type: 'bulletList' }, { type: 'paragraph', attrs: { id: 'a' } }]
    expect(parseContent(JSON.stringify(kept))).toEqual(kept)
    expect(parseContent('[{"type":"script"},null,7,{"type":"hardBreak"}]')).toEqual([])
    expect(parseContent('{"no":"list"}')).toEqual([])
  })
})
