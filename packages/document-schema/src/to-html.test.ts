// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { indexFlatText } from './flat-text.js'
import { documentFragment } from './fragment.js'
import { initialUpdate } from './from-markdown.js'
import { attachLightDocument } from './light-document.js'
import { renderBlocksHtml, renderHtml } from './to-html.js'

type Content = (Y.XmlElement | Y.XmlText)[]

/** Any element, as a client without our schema could store it. */
function element(name: string, attributes: Record<string, unknown>, content: Content = []): Y.XmlElement {
  const created = new Y.XmlElement<Record<string, never>>(name)
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, value as never)
  created.insert(0, content)
  return created as Y.XmlElement
}

const text = (value: string) => new Y.XmlText(value)

function fragmentWith(...content: Content): Y.XmlFragment {
  const fragment = documentFragment(new Y.Doc())
  fragment.insert(0, content)
  return fragment
}

/** A paragraph inside so many quotes, grown from the outside as a stream of small updates would. */
function nestedFragment(depth: number): Y.XmlFragment {
  const fragment = fragmentWith()
  let innermost: Y.XmlFragment = fragment
  for (let level = 0; level < depth; level++) {
    const quote = element('blockquote', {})
    innermost.insert(0, [quote])
    innermost = quote
  }
  innermost.insert(0, [element('paragraph', {}, [text('tief')])])
  return fragment
}

const hostile: Readonly<Record<string, [() => Content, string]>> = {
  'markup in a text': [
    () => [element('paragraph', {}, [text('<img src=x onerror=alert(1)> & "x"')])],
    '<p>&lt;img src=x onerror=alert(1)&gt; &amp; "x"</p>',
  ],
  'markup in attributes': [
    () => [element('image', { src: '/media/a"onerror="x.webp', alt: '"><script>', id: '" onclick="x' })],
    '<img alt="&quot;&gt;&lt;script&gt;">',
  ],
  'attributes of other types': [
    () => [element('heading', { level: '2"><script>', id: { a: 1 } }, [text('x')])],
    '<h1>x</h1>',
  ],
  'attributes the schema does not have': [
    () => [element('paragraph', { style: 'color:red', onclick: 'alert(1)', class: 'x' }, [text('x')])],
    '<p>x</p>',
  ],
  'unknown nodes, also with names of object members': [
    () =>
      ['script', 'constructor', '__proto__', 'toString', 'doc'].map(name => element(name, {}, [text('x')])),
    '',
  ],
  'text where blocks belong, blocks where text belongs': [
    () => [
      text('x'),
      element('blockquote', {}, [text('y')]),
      element('paragraph', {}, [element('table', {})]),
    ],
    '<blockquote></blockquote><p></p>',
  ],
  'content in what has none': [
    () => [element('horizontalRule', {}, [element('paragraph', {}, [text('x')])])],
    '<hr>',
  ],
}

describe('HTML of a document that did not come from our editor', () => {
  it.each(Object.keys(hostile))('%s', name => {
    const [content, html] = hostile[name] ?? [() => [], '']
    expect(renderHtml(fragmentWith(...content()))).toBe(html)
  })

  it('leaves out unknown and malformed marks and things that are no text', () => {
    const line = text('')
    const fragment = fragmentWith(element('paragraph', {}, [line]))
    line.applyDelta([
      { insert: 'a', attributes: { bold: true, blink: {}, link: 'javascript:alert(1)' } },
      { insert: { image: 'x' } },
      { insert: 'b', attributes: { link: { href: 'javascript:alert(1)', onclick: 'x' } } },
    ])
    const link = '<a rel="noopener noreferrer nofollow">'
    expect(renderHtml(fragment)).toBe(`<p>${link}<strong>a</strong></a>\ufffc${link}b</a></p>`)
    expect(indexFlatText(fragment).text).toBe('a\ufffcb')
  })

  it('bounds nesting, and page and flat text agree where it ends', () => {
    for (const depth of [47, 48, 49, 1_000]) {
      const fragment = nestedFragment(depth)
      expect(renderHtml(fragment).includes('tief')).toBe(indexFlatText(fragment).text === 'tief')
    }
    expect(indexFlatText(nestedFragment(40)).text).toBe('tief')
  })

  it('keeps page and flat text line by line in step', () => {
    const fragment = fragmentWith(
      element('table', {}, [element('paragraph', {}, [text('lose')])]),
      element('listItem', {}, [element('listItem', {}, [element('heading', { level: 9 }, [text('x')])])]),
      element('paragraph', {}, [text('a'), element('hardBreak', {}), text('b'), element('image', {})]),
    )
    const root = document.createElement('article')
    root.innerHTML = renderHtml(fragment)
    const light = attachLightDocument({ fragment, root })
    const { text: flat } = light.flatIndex()
    expect(flat).toBe('lose\nx\na\nb')
    const ranges = light.domRangesOf({ start: 0, end: flat.length })
    expect(ranges?.map(String)).toEqual(['lose', 'x', 'ab'])
  })
})

describe('HTML block by block', () => {
  it('names each top-level block by its id', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, initialUpdate('# A\n\n- b\n- c', 'blocks'))
    const blocks = renderBlocksHtml(documentFragment(doc))
    expect(blocks.map(({ html }) => html.slice(0, 3))).toEqual(['<h1', '<ul'])
    for (const { id, html } of blocks) expect(html).toContain(` id="block-${id}"`)
    expect(blocks.map(({ html }) => html).join('')).toBe(renderHtml(documentFragment(doc)))
  })

  it('has no id for a block without one', () => {
    expect(renderBlocksHtml(fragmentWith(element('paragraph', {})))).toEqual([{ id: null, html: '<p></p>' }])
  })
})
