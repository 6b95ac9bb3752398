import { describe, expect, it } from 'vitest'
import { contentOfUpdate } from '../content/documents-of-content.js'
import { keepIds } from '../content/keep-ids.js'
import { initialUpdate } from '../from-markdown.js'
import { type ComparedRow, compareContent } from './compare-content.js'

const read = (markdown: string) => contentOfUpdate(initialUpdate(markdown, 'before'))

/** The text after as an edit of the text before leaves it: blocks that are the same keep their ids. */
function compare(before: string, after: string): ComparedRow[] {
  return compareContent(read(before), keepIds(read(before), read(after)))
}

const withoutIds = (html: string) => html.replace(/ id="[^"]*"/g, '')
const shown = (rows: ComparedRow[]) => rows.map(({ kind, both }) => `${kind} ${withoutIds(both)}`)

const ziel =
  '## Ziel\n\nDie Stadt prüft bis zum Sommer, wo Räder stehen.\n\nDer Rat entscheidet im Herbst darüber.'

describe('two texts', () => {
  it('that are the same have no changes', () => {
    expect(compare(ziel, ziel).every(({ kind }) => kind === 'same')).toBe(true)
  })

  it('are compared word by word inside of a paragraph', () => {
    const rows = compare(ziel, ziel.replace('Sommer', 'Frühling').replace('wo Räder', 'wo viele Räder'))
    expect(shown(rows)).toEqual([
      'same <h2>Ziel</h2>',
      'changed <p>Die Stadt prüft bis zum <del>Sommer</del><ins>Frühling</ins>, wo <ins>viele </ins>Räder stehen.</p>',
      'same <p>Der Rat entscheidet im Herbst darüber.</p>',
    ])
    expect(rows[1]).toMatchObject({ wordsAdded: 2, wordsRemoved: 1 })
    expect(withoutIds(rows[1]?.before ?? '')).toBe(
      '<p>Die Stadt prüft bis zum <del>Sommer</del>, wo Räder stehen.</p>',
    )
    expect(withoutIds(rows[1]?.after ?? '')).toBe(
      '<p>Die Stadt prüft bis zum <ins>Frühling</ins>, wo <ins>viele </ins>Räder stehen.</p>',
    )
  })

  it('know the only block that can be meant between two that stayed', () => {
    const rows = compare(
      '- Bänke am Bahnhof\n- Die Auskunft stimmt immer am selben Tag auf der Seite\n- Licht im Park',
      '- Bänke am Bahnhof\n- Die Auskunft stimmt immer binnen zehn Minuten in allen Kanälen\n- Licht im Park',
    )
    expect(rows[0]?.both).toContain('Die Auskunft stimmt immer <del>')
  })

  it('know what came, and what went from where', () => {
    const after = ziel.replace('Die Stadt prüft bis zum Sommer, wo Räder stehen.\n\n', '')
    expect(shown(compare(ziel, `${after}\n\nNeu ist dieser Satz.`))).toEqual([
      'same <h2>Ziel</h2>',
      'removed <p class="compared-removed"><del>Die Stadt prüft bis zum Sommer, wo Räder stehen.</del></p>',
      'same <p>Der Rat entscheidet im Herbst darüber.</p>',
      'added <p class="compared-added"><ins>Neu ist dieser Satz.</ins></p>',
    ])
  })

  it('know a block that moved, also when its words changed on the way', () => {
    const [heading, first, last] = ziel.split('\n\n')
    const more = 'Und noch ein Satz, der bleibt, wo er ist.'
    const before = [heading, first, last, more].join('\n\n')
    const rows = compare(before, [heading, last, more, first?.replace('Sommer', 'Winter')].join('\n\n'))
    expect(rows.map(({ kind }) => kind)).toEqual(['same', 'moved-away', 'same', 'same', 'moved'])
    expect(rows[4]?.both).toContain('<del>Sommer</del><ins>Winter</ins>')
    expect(rows[1]).toMatchObject({ wordsAdded: 0, wordsRemoved: 0 })
    expect(rows[1]?.blockIds).toEqual(rows[4]?.blockIds)
  })

  it('are compared item by item in lists', () => {
    const list = '- Bänke am Bahnhof\n- Bäume am Markt\n- Licht im Park'
    const rows = compare(list, '- Bänke am Bahnhof\n- Viele Bäume am Markt\n- Wasser im Süden der Stadt')
    expect(shown(rows)).toEqual([
      'changed <ul><li><p>Bänke am Bahnhof</p></li><li><p><ins>Viele </ins>Bäume am Markt</p></li>' +
        '<li class="compared-removed"><p class="compared-removed"><del>Licht im Park</del></p></li>' +
        '<li class="compared-added"><p class="compared-added"><ins>Wasser im Süden der Stadt</ins></p></li></ul>',
    ])
  })

  it('are compared cell by cell in tables', () => {
    const table = '| Jahr | Bänke |\n|---|---|\n| 2026 | 12 |\n| 2027 | 20 |'
    const rows = compareContent(
      read(table),
      // In the same document only what a cell says changes.
      JSON.parse(JSON.stringify(read(table)).replace('"12"', '"15"')),
    )
    expect(shown(rows)).toEqual([
      'changed <table><tbody><tr><th><p>Jahr</p></th><th><p>Bänke</p></th></tr>' +
        '<tr><td><p>2026</p></td><td><p><del>12</del><ins>15</ins></p></td></tr>' +
        '<tr><td><p>2027</p></td><td><p>20</p></td></tr></tbody></table>',
    ])
  })

  it('show a new row and a new column of a table as such', () => {
    const before = '| Jahr | Bänke |\n|---|---|\n| 2026 | 12 |'
    const row = compare(before, `${before}\n| 2027 | 20 |`)
    expect(row[0]?.both).toContain('<tr class="compared-added"><td class="compared-added">')
    const column = compare(before, '| Jahr | Bänke | Bäume |\n|---|---|---|\n| 2026 | 12 | 7 |')
    expect(withoutIds(column[0]?.both ?? '')).toContain('<p class="compared-added"><ins>7</ins></p>')
    expect(column[0]?.both).not.toContain('<del>')
  })

  it('show what became of another kind', () => {
    const rows = compare('Was wir wollen und warum', '## Was wir wollen und warum')
    expect(rows).toMatchObject([{ kind: 'changed', retyped: true }])
    expect(withoutIds(rows[0]?.before ?? '')).toMatch(/^<p class="compared-retyped">/)
    expect(withoutIds(rows[0]?.after ?? '')).toMatch(/^<h2 class="compared-retyped">/)
  })

  it('see that a link leads elsewhere, and that a word is bold now', () => {
    const rows = compare(
      'Hier [steht](https://a.example/) es genau.',
      'Hier [steht](https://b.example/) **es** genau.',
    )
    expect(rows[0]?.both.match(/<(ins|del)>/g)).toHaveLength(2)
    expect(rows[0]?.before).toContain('a.example')
    expect(rows[0]?.after).toContain('<strong>es</strong>')
  })

  it('do not make shreds of a line that is all new', () => {
    const rows = compareContent(
      [
        {
          type: 'paragraph',
          attrs: { id: 'a' },
          content: [{ type: 'text', text: 'Der Rat wird im Herbst entscheiden.' }],
        },
      ],
      [
        {
          type: 'paragraph',
          attrs: { id: 'a' },
          content: [{ type: 'text', text: 'Bänke stehen künftig im Schatten großer Bäume.' }],
        },
      ],
    )
    expect(rows[0]?.both).toBe(
      '<p id="block-a"><del>Der Rat wird im Herbst entscheiden.</del><ins>Bänke stehen künftig im Schatten großer Bäume.</ins></p>',
    )
  })

  it('show an image that is another one, once out and once in', () => {
    const image = (src: string) => [
      { type: 'image', attrs: { id: 'a', src: `/media/${src}.webp`, alt: 'Ein Platz' } },
    ]
    expect(shown(compareContent(image('eins'), image('zwei')))).toEqual([
      'removed <del><img src="/media/eins.webp" alt="Ein Platz" class="compared-removed"></del>',
      'added <ins><img src="/media/zwei.webp" alt="Ein Platz" class="compared-added"></ins>',
    ])
  })

  it('with what a hostile text may contain stay harmless', () => {
    const [row] = compareContent(
      [{ type: 'paragraph', content: [{ type: 'text', text: '<img src=x onerror=alert(1)>' }] }],
      [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
            { type: 'text', text: '</ins><script>' },
          ],
        },
      ],
    )
    expect(row?.both).not.toMatch(/<img|<script|javascript:/)
  })
})
