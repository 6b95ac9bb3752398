import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { documentFragment } from './fragment.js'
import { initialUpdate } from './from-markdown.js'
import { documentSchema } from './schema.js'
import { renderHtml } from './to-html.js'

function imported(markdown: string, seed = 'test'): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, initialUpdate(markdown, seed))
  return doc
}

const htmlOf = (markdown: string): string =>
  renderHtml(documentFragment(imported(markdown))).replaceAll(/ id="block-\w{12}"/g, '')

describe('markdown import', () => {
  it.each([
    ['## Zwei', '<h2>Zwei</h2>'],
    ['##### Fünf', '<p>##### Fünf</p>'],
    ['eins\nzwei', '<p>eins zwei</p>'],
    ['eins\\\nzwei', '<p>eins<br>zwei</p>'],
    ['eins  \nzwei', '<p>eins<br>zwei</p>'],
    ['a **b *c* d** e', '<p>a <strong>b <em>c</em> d</strong> e</p>'],
    ['*a **b** c*', '<p><em>a </em><strong><em>b</em></strong><em> c</em></p>'],
    ['***beides***', '<p><strong><em>beides</em></strong></p>'],
    ['_a_ snake_case 2 * 3', '<p><em>a</em> snake_case 2 * 3</p>'],
    ['Bürger\\*innen', '<p>Bürger*innen</p>'],
    ['Bürger*innen und Bürger', '<p>Bürger*innen und Bürger</p>'],
    ['[*a*](/b)', '<p><a href="/b" rel="noopener noreferrer nofollow"><em>a</em></a></p>'],
    ['[a](javascript:alert)', '<p>a</p>'],
    ['- a\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
    ['3. a\n4. b', '<ol start="3"><li><p>a</p></li><li><p>b</p></li></ol>'],
    ['- a\n  1. b\n- c', '<ul><li><p>a</p><ol><li><p>b</p></li></ol></li><li><p>c</p></li></ul>'],
    ['- a\n\n  b\n\n- c', '<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>'],
    ['> a\n> b', '<blockquote><p>a b</p></blockquote>'],
    ['---', '<hr>'],
    ['![Alt](/media/a.webp =8x6)', '<img src="/media/a.webp" alt="Alt" width="8" height="6">'],
    ['![Alt](https://example.org/a.png)', '<img alt="Alt">'],
    [
      '| A | B |\n|---|--:|\n| 1 | \\| |',
      '<table><tbody><tr><th><p>A</p></th><th class="align-right"><p>B</p></th></tr>' +
        '<tr><td><p>1</p></td><td class="align-right"><p>|</p></td></tr></tbody></table>',
    ],
    ['', '<p></p>'],
    ['<script>alert(1)</script>', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
  ])('%j', (markdown, html) => {
    expect(htmlOf(markdown)).toBe(html)
  })

  it('gives the same bytes for the same text and seed, and other ids for another seed', () => {
    const text = '# A\n\nb'
    expect(initialUpdate(text, 'eins')).toEqual(initialUpdate(text, 'eins'))
    expect(initialUpdate(text, 'eins')).not.toEqual(initialUpdate(text, 'zwei'))
  })

  it('writes nothing the schema refuses, and ids on all blocks', () => {
    const markdown = '# A\n\n- \n- # b\n\n>\n\n| A |\n|---|\n\n![x](/media/a.webp)\n\nEnde **fett**'
    const doc = imported(markdown)
    const before = Y.encodeStateVector(doc)
    const document = yXmlFragmentToProseMirrorRootNode(documentFragment(doc), documentSchema())
    document.check()
    expect(Y.encodeStateVector(doc)).toEqual(before)
    document.descendants(node => {
      if ('id' in node.attrs) expect(node.attrs.id).toMatch(/^[a-z0-9]{12}$/)
    })
  })
})

it('takes a text full of stars that never close for what it is, at once', () => {
  const stars = '**a *b '.repeat(1_400)
  expect(htmlOf(stars).length).toBeGreaterThan(stars.length)
})

it('takes what is nested beyond reading for text', () => {
  expect(htmlOf('- '.repeat(3_000)).match(/<ul/g)?.length).toBeLessThan(50)
  expect(htmlOf('> '.repeat(3_000)).match(/<blockquote/g)?.length).toBeLessThan(50)
})
