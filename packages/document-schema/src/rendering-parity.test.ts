// @vitest-environment happy-dom
import type { JSONContent } from '@tiptap/core'
import { generateHTML } from '@tiptap/html'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { editorExtensions } from './extensions.js'
import { documentFragment } from './fragment.js'
import { attachLightDocument } from './light-document.js'
import { markRenderings, nodeRenderings } from './rendering-table.js'
import { documentSchema } from './schema.js'
import { docOf, RandomDocument } from './testing/random-document.js'
import { runSeed, SeededRandom } from './testing/seeded-random.js'
import { renderHtml } from './to-html.js'

/** What the editor makes of the stored document. */
function editorHtml(fragment: Y.XmlFragment): string {
  const document = yXmlFragmentToProseMirrorRootNode(fragment, documentSchema())
  return generateHTML(document.toJSON(), editorExtensions({ editable: false }))
}

/** What a browser makes of the server's HTML, written down by the same serialiser as the editor's. */
function serverHtml(fragment: Y.XmlFragment): string {
  const root = document.createElement('article')
  root.innerHTML = renderHtml(fragment)
  return root.innerHTML
}

/** What the public reader's script builds when the server has sent nothing. */
function readerHtml(fragment: Y.XmlFragment): string {
  const root = document.createElement('article')
  attachLightDocument({ fragment, root }).detach()
  return root.innerHTML
}

const text = (value: string, ...marks: string[]): JSONContent => ({
  type: 'text',
  text: value,
  marks: marks.map(type => (type === 'link' ? { type, attrs: { href: '/a' } } : { type })),
})

const withText = (type: string, attrs = {}): JSONContent => ({ type, attrs, content: [text('Text')] })
const paragraph = withText('paragraph', { id: 'p1' })
const cell = (type: string): JSONContent => ({
  type,
  attrs: { align: 'right', colwidth: [90] },
  content: [paragraph],
})

const samples: Readonly<Record<string, JSONContent>> = {
  paragraph,
  heading: withText('heading', { level: 3, id: 'h' }),
  bulletList: { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] },
  listItem: {
    type: 'bulletList',
    content: [{ type: 'listItem', attrs: { id: 'li' }, content: [paragraph] }],
  },
  orderedList: {
    type: 'orderedList',
    attrs: { start: 4 },
    content: [{ type: 'listItem', content: [paragraph] }],
  },
  blockquote: { type: 'blockquote', content: [paragraph] },
  table: { type: 'table', attrs: { id: 't' }, content: [{ type: 'tableRow', content: [cell('tableCell')] }] },
  tableRow: {
    type: 'table',
    content: [{ type: 'tableRow', content: [cell('tableCell'), cell('tableCell')] }],
  },
  tableHeader: { type: 'table', content: [{ type: 'tableRow', content: [cell('tableHeader')] }] },
  tableCell: { type: 'table', content: [{ type: 'tableRow', content: [cell('tableCell')] }] },
  image: { type: 'image', attrs: { id: 'i', src: '/media/a.webp', alt: 'Ein Platz', width: 8, height: 6 } },
  horizontalRule: { type: 'horizontalRule', attrs: { id: 'hr' } },
  hardBreak: { type: 'paragraph', content: [text('a', 'bold'), { type: 'hardBreak' }, text('b', 'bold')] },
  link: { type: 'paragraph', content: [text('a', 'link'), text('b', 'link', 'bold'), text('c', 'bold')] },
  bold: { type: 'paragraph', content: [text('a', 'bold'), text('b', 'bold', 'italic'), text('c', 'italic')] },
  italic: { type: 'paragraph', content: [text('a', 'italic'), text('b', 'italic', 'link')] },
}

describe('server and reader render what the editor shows', () => {
  const { nodes, marks } = documentSchema()

  it('has a row in the table for every node and mark of the schema, and no other', () => {
    const contents = Object.keys(nodes).filter(name => name !== 'doc' && name !== 'text')
    expect([...nodeRenderings.keys()].sort()).toEqual(contents.sort())
    expect([...markRenderings.keys()]).toEqual(Object.keys(marks))
  })

  it.each([...nodeRenderings.keys(), ...markRenderings.keys()])('%s', name => {
    const sample = samples[name]
    if (sample === undefined) throw new Error(`no sample for ${name}`)
    const fragment = documentFragment(docOf({ type: 'doc', content: [sample] }))
    expect(serverHtml(fragment)).toBe(editorHtml(fragment))
    expect(readerHtml(fragment)).toBe(editorHtml(fragment))
  })

  it(`random documents, RANDOM_SEED=${runSeed}`, () => {
    for (let seed = runSeed; seed < runSeed + 80; seed++) {
      const fragment = documentFragment(docOf(new RandomDocument(new SeededRandom(seed)).json()))
      const expected = editorHtml(fragment)
      expect(serverHtml(fragment), `seed ${seed}`).toBe(expected)
      expect(readerHtml(fragment), `seed ${seed}`).toBe(expected)
    }
  })
})
