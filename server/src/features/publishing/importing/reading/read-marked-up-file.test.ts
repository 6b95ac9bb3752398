import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { lossesIn, textIn, told } from '../testing/told.js'
import { readFile } from './read-file.js'

const read = (name: string, bytes: string | Buffer) => readFile({ name, bytes: Buffer.from(bytes) })

const picture = () =>
  sharp({ create: { width: 30, height: 20, channels: 3, background: '#1a7f5a' } })
    .png()
    .toBuffer()

describe('an HTML file', () => {
  it('gives nodes of the schema and nothing of the page', async () => {
    const page = `<!doctype html><title>Titel der Seite</title><style>p{color:red}</style>
<h1 onclick="alert(1)">Grüne <em>Wege</em></h1>
<p style="x">Ein <b>Satz</b>
  über zwei Zeilen<br>und eine dritte. <a href="javascript:alert(1)">hier</a> <a href="/texte/a">dort</a></p>
<script>alert(2)</script><iframe src="https://evil.example/"></iframe><svg onload="alert(3)"></svg>
<blockquote><p>Gesagt</p></blockquote><hr>
<ul><li>eins<ul><li>darin</li></ul></li><li><h3>zwei</h3></li></ul><ol start="4"><li>vier</li></ol>
<input type="checkbox" checked>erledigt <select><option>x</option></select>
<constructor>Wort</constructor>`
    const answer = await read('seite.html', page)
    expect(told(textIn(answer).content)).toEqual([
      '# Grüne *Wege*',
      'Ein **Satz** über zwei Zeilen⏎und eine dritte. hier [dort](/texte/a)',
      'blockquote',
      '  Gesagt',
      'horizontalRule',
      'bulletList',
      '  listItem',
      '    eins',
      '    bulletList',
      '      listItem',
      '        darin',
      '  listItem',
      '    ',
      '    ### zwei',
      'orderedList 4',
      '  listItem',
      '    vier',
      '☑ erledigt Wort',
    ])
    expect(textIn(answer).title).toBe('Titel der Seite')
    expect(lossesIn(answer)).toEqual([
      'link | Grüne Wege | hier (javascript:alert(1))',
      'active-content | Grüne Wege | script',
      'active-content | Grüne Wege | iframe: https://evil.example/',
      'active-content | Grüne Wege | svg',
      'form | zwei | select',
    ])
  })

  it('takes pictures that it carries, and tells of those it only names', async () => {
    const png = (await picture()).toString('base64')
    const page = `<p>Vorher <img src="data:image/png;base64,${png}" alt="Ein Plan"> nachher</p>
<img src="https://fremd.example/a.png" alt="Fremd"><img src="data:text/html,<script>" alt="Falsch">`
    const answer = await read('x.html', page)
    expect(told(textIn(answer).content)).toEqual(['Vorher', 'image image-of-file:0 “Ein Plan”', 'nachher'])
    expect(lossesIn(answer)).toEqual([
      'foreign-image | - | Fremd (https://fremd.example/a.png)',
      'image | - | Falsch',
    ])
  })

  it('makes any table one without holes and overlaps', async () => {
    const answer = await read(
      'x.html',
      '<table><tr><td colspan=2 rowspan=9>a<td>b<tr><td colspan=3>c<tr><td>d<table><tr><td>darin</table></table>',
    )
    expect(told(textIn(answer).content)).toEqual([
      'table',
      '  tableRow',
      '    cell 2x3:',
      '      a',
      '    cell:',
      '      b',
      '    cell:',
      '      ',
      '    cell:',
      '      ',
      '  tableRow',
      '    cell 3x1:',
      '      c',
      '  tableRow',
      '    cell:',
      '      d',
      '      darin',
      '    cell:',
      '      ',
      '    cell:',
      '      ',
    ])
    expect(lossesIn(answer).map(loss => loss.split(' ')[0])).toEqual(['nested-table', 'table-shape'])
  })
})

describe('a Markdown file', () => {
  it('is CommonMark with tables, whose HTML is HTML', async () => {
    const text = `---
title: Interne Notiz
---
# Ziel

Ein *Wort* und **zwei**,
~~drei~~ [Verweis](https://example.org "t") und [böse](javascript:alert(1)).

1. eins
   - darin
2. zwei

> Zitat

| A | B |
|---|--:|
| 1 | 2 |

![Plan](https://fremd.example/plan.png)

<b onclick="x">Fett</b> und <script>alert(1)</script>
`
    const answer = await read('text.md', text)
    expect(told(textIn(answer).content)).toEqual([
      '# Ziel',
      'Ein *Wort* und **zwei**, drei [Verweis](https://example.org) und böse.',
      'orderedList 1',
      '  listItem',
      '    eins',
      '    bulletList',
      '      listItem',
      '        darin',
      '  listItem',
      '    zwei',
      'blockquote',
      '  Zitat',
      'table',
      '  tableRow',
      '    head:',
      '      A',
      '    head:',
      '      B',
      '  tableRow',
      '    cell:',
      '      1',
      '    cell:',
      '      2',
      '**Fett** und',
    ])
    expect(lossesIn(answer)).toEqual([
      'metadata | - | title: Interne Notiz',
      'formatting | Ziel | drei',
      'link | Ziel | böse (javascript:alert(1))',
      'foreign-image | Ziel | Plan (https://fremd.example/plan.png)',
      'active-content | Ziel | script',
    ])
  })

  it('may be in any of the usual encodings', async () => {
    for (const bytes of [
      Buffer.from('Grüße', 'utf8'),
      Buffer.from('\ufeffGrüße', 'utf8'),
      Buffer.from('\ufeffGrüße', 'utf16le'),
      Buffer.from('Gr\xfc\xdfe', 'latin1'),
    ])
      expect(told(textIn(await read('a.txt', bytes)).content)).toEqual(['Grüße'])
  })
})
