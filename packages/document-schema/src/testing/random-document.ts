import type { JSONContent } from '@tiptap/core'
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { seededBlockIds } from '../block-ids.js'
import { documentFragment } from '../fragment.js'
import { documentSchema } from '../schema.js'
import type { SeededRandom } from './seeded-random.js'

const words = [
  'Stadt',
  'für',
  'alle',
  'Bürger*innen',
  '<b>',
  '&amp;',
  '"Zitat"',
  "'",
  '👩🏽‍🌾',
  'ẞ',
  '  ',
  '\u00a0',
] as const

const links = [
  'https://example.org/?a=1&b="2"',
  '/dokumente/1',
  '#block-a',
  'mailto:rathaus@example.org',
  'javascript:alert(1)',
  'JaVaScript:alert(1)',
  'data:text/html,x',
  '//example.org',
  '',
] as const

/** Any document the schema allows, as Tiptap JSON: every node and mark, nested, with values good and bad. */
export class RandomDocument {
  private readonly nextId: () => string

  constructor(private readonly random: SeededRandom) {
    this.nextId = seededBlockIds(String(random.seed))
  }

  json(blocks = 1 + this.random.below(8)): JSONContent {
    return { type: 'doc', content: this.blocks(blocks, 0) }
  }

  blocks(count: number, depth: number): JSONContent[] {
    return this.random.list(count, () => this.block(depth))
  }

  block(depth: number): JSONContent {
    const { random } = this
    const leaf = () => random.pick([this.paragraph, this.paragraph, this.heading, this.image, this.rule])
    const container = () => random.pick([this.list, this.quote, this.table])
    const make = depth < 3 && random.chance(35) ? container() : leaf()
    return make(depth)
  }

  text(): string {
    return this.random.list(1 + this.random.below(5), () => this.random.pick(words)).join(' ')
  }

  private readonly paragraph = (): JSONContent => this.withId('paragraph', {}, this.line())

  private readonly heading = (): JSONContent =>
    this.withId('heading', { level: this.random.pick([1, 2, 3, 4]) }, this.line())

  private readonly image = (): JSONContent =>
    this.withId('image', {
      src: this.random.pick(['/media/a.webp', '/media/../a', 'https://elsewhere.example/a.png', null]),
      alt: this.random.pick(['Ein "Bild" <von> & mit', '']),
      width: this.random.pick([800, null, -1, 1.5]),
      height: this.random.pick([600, null]),
    })

  private readonly rule = (): JSONContent => this.withId('horizontalRule', {})

  private readonly list = (depth: number): JSONContent => {
    const items = this.random.list(1 + this.random.below(3), () =>
      this.withId('listItem', {}, [this.paragraph(), ...this.blocks(this.random.below(2), depth + 1)]),
    )
    return this.random.chance(50)
      ? this.withId('bulletList', {}, items)
      : this.withId('orderedList', { start: this.random.pick([1, 7, 0]) }, items)
  }

  private readonly quote = (depth: number): JSONContent =>
    this.withId('blockquote', {}, this.blocks(1 + this.random.below(2), depth + 1))

  private readonly table = (depth: number): JSONContent => {
    const columns = 1 + this.random.below(3)
    const row = (): JSONContent => ({
      type: 'tableRow',
      content: this.random.list(columns, () => ({
        type: this.random.pick(['tableCell', 'tableHeader']),
        attrs: {
          colspan: this.random.pick([1, 1, 2]),
          rowspan: this.random.pick([1, 1, 3]),
          colwidth: this.random.pick([null, [120], [40, 200]]),
          align: this.random.pick([null, 'center', 'right']),
        },
        content: this.blocks(1, depth + 2),
      })),
    })
    return this.withId('table', {}, this.random.list(1 + this.random.below(3), row))
  }

  private withId(type: string, attrs: Record<string, unknown>, content: JSONContent[] = []): JSONContent {
    return { type, attrs: { id: this.random.chance(95) ? this.nextId() : null, ...attrs }, content }
  }

  private line(): JSONContent[] {
    return this.random.list(this.random.below(6), () =>
      this.random.chance(12)
        ? { type: 'hardBreak' }
        : { type: 'text', text: this.text(), marks: this.marks() },
    )
  }

  private marks(): { type: string; attrs?: Record<string, unknown> }[] {
    const { random } = this
    return [
      ...(random.chance(30) ? [{ type: 'link', attrs: { href: random.pick(links) } }] : []),
      ...(random.chance(30) ? [{ type: 'bold' }] : []),
      ...(random.chance(30) ? [{ type: 'italic' }] : []),
    ]
  }
}

/** A Yjs document as an editor would have written it. */
export function docOf(json: JSONContent): Y.Doc {
  const doc = new Y.Doc()
  prosemirrorToYXmlFragment(documentSchema().nodeFromJSON(json), documentFragment(doc))
  return doc
}
