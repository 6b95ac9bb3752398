import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { strToU8, unzipSync, zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWithOffice, savedByOffice } from '../../testing/office.js'
import { markdownOf } from './html-to-markdown.js'
import { readSheets } from './read-sheets.js'
import { SheetFile } from './sheet-file.js'
import { WordFile } from './word-file.js'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'randnotiz-test-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

const limits = { bytes: 1_000_000, rows: 100, columns: 20 }
const hostile = [
  '=HYPERLINK("http://example.org";"Hier")',
  '+49 5231 1',
  '-1',
  '@SUMME(A1)',
  '<script>alert(1)</script> & "Zitat"',
  'Zeile 1\nZeile 2\tmit Tab',
  'Ein Zeichen, das es nicht gibt: \u0007\ud800.',
  '_x000D_ steht da wörtlich, 🚲 auch',
]
/** As a text that XML can carry. */
const carried = (text: string) => text.replace('\u0007', '').replace('\ud800', '')

function writeSheet(path: string): void {
  const file = new SheetFile(path, { title: 'Prüfung', language: 'de', sheets: ['Texte', 'Leer'] })
  file.startSheet({ name: 'Texte', widths: [20, 60, 10], frozenRows: 1, protected: true, hidden: [2] })
  file.row([
    { value: 'Nr.', look: 'head' },
    { value: 'Text', look: 'head' },
    { value: 'id', look: 'head' },
  ])
  hostile.forEach((text, at) => {
    file.row([{ value: at + 1 }, { value: text, look: 'open' }, { value: `id-${at}` }])
  })
  file.endSheet({ filterRow: 1, choices: { column: 0, range: 'Leer!$A$1:$A$3' } })
  file.startSheet({ name: 'Leer', widths: [10] })
  file.endSheet()
  file.close()
}

describe('a spreadsheet', () => {
  it('is read by LibreOffice as it was written, and no text has become a formula', async () => {
    const path = join(directory, 'sheet.xlsx')
    writeSheet(path)
    const sheets = await readWithOffice(path, 'csv')
    const rows: string[][] = parse(sheets.get('Texte') ?? '', { relaxColumnCount: true })
    expect(rows.slice(1).map(row => row[1])).toEqual(hostile.map(carried))
    expect(rows[0]).toEqual(['Nr.', 'Text', 'id'])
  })

  it('comes back word for word', async () => {
    const path = join(directory, 'back.xlsx')
    writeSheet(path)
    const sheets = readSheets(await readFile(path), limits)
    expect(sheets).toEqual([
      {
        name: 'Texte',
        rows: [
          ['Nr.', 'Text', 'id'],
          ...hostile.map((text, at) => [String(at + 1), carried(text), `id-${at}`]),
        ],
      },
      { name: 'Leer', rows: [] },
    ])
  })

  it('is refused when it is none, or broken, or would fill the memory', async () => {
    const path = join(directory, 'broken.xlsx')
    writeSheet(path)
    const whole = await readFile(path)
    const workbook = strToU8('<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>')
    const names = strToU8(
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    )
    const bomb = (sheet: Uint8Array) =>
      zipSync({
        'xl/workbook.xml': workbook,
        'xl/_rels/workbook.xml.rels': names,
        'xl/worksheets/sheet1.xml': sheet,
      })
    expect(readSheets(strToU8('kein Zip'), limits)).toBe('unreadable')
    expect(readSheets(whole.subarray(0, whole.length / 2), limits)).toBe('unreadable')
    expect(readSheets(bomb(new Uint8Array(20_000_000)), limits)).toBe('too-large')
    expect(
      readSheets(bomb(strToU8('<worksheet><sheetData><row r="9000000"/></sheetData></worksheet>')), limits),
    ).toBe('too-large')
    expect(
      readSheets(
        bomb(
          strToU8('<worksheet><sheetData><row r="1"><c r="ZZZ1"><v>1</v></c></row></sheetData></worksheet>'),
        ),
        limits,
      ),
    ).toBe('too-large')
    const entities =
      '<!DOCTYPE a [<!ENTITY b "bb">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>'
    expect(readSheets(bomb(strToU8(entities)), limits)).toBe('unreadable')
  })
})

const html = [
  '<h1>Ziel</h1><p>Die Stadt <strong>prüft</strong> &amp; <em>baut</em>.</p>',
  '<ul><li><p>eins</p></li><li><p>zwei</p><ol start="4"><li><p>vier</p></li></ol></li></ul>',
  '<blockquote><p>Ein Zitat</p></blockquote>',
  '<table><tbody><tr><th><p>Jahr</p></th><th><p>Euro</p></th></tr><tr><td><p>2026</p></td><td><p>507.000</p></td></tr></tbody></table>',
  '<p>Alt <del>Parkplätze</del> <ins>Stellplätze</ins><br>neue Zeile, <a href="https://example.org/a?b=1&amp;c=2">ein Link</a></p>',
  '<hr><img src="/media/0.webp" alt="Ein Plan">',
].join('')

describe('a document', () => {
  it('is read by LibreOffice as it was written', async () => {
    const path = join(directory, 'document.docx')
    const foot = { left: 'Fuß', page: 'Seite', of: 'von' }
    const file = new WordFile(path, { title: 'Prüfung <1>', language: 'de', orientation: 'landscape', foot })
    file.title('Prüfung <1>')
    file.write(html)
    file.startTable([1, 2])
    file.rows('<thead><tr><th><p>Nr.</p></th><th><p>Text</p></th></tr></thead>')
    hostile.forEach((text, at) => {
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
      file.rows(`<tr><td><p>${at}</p></td><td><p>${escaped}</p></td></tr>`)
    })
    file.endTable()
    file.close()
    const text = [...(await readWithOffice(path, 'txt')).values()].join('\n')
    for (const expected of [
      'Prüfung <1>',
      'Ziel',
      'Die Stadt prüft & baut.',
      '507.000',
      'Alt Parkplätze Stellplätze',
      'ein Link',
      '[Ein Plan]',
    ])
      expect(text).toContain(expected)
    for (const one of hostile) for (const line of carried(one).split('\n')) expect(text).toContain(line)
    expect(text).toMatch(/4\.\s*vier/)
  })

  it('shows images as images, once each, and LibreOffice keeps them', async () => {
    const path = join(directory, 'images.docx')
    const foot = { left: '', page: 'Seite', of: 'von' }
    const square = { create: { width: 3_000, height: 90, channels: 3, background: '#0b4a8f' } } as const
    const bytes = await sharp(square).jpeg().toBuffer()
    const images = new Map([['/media/0.webp', { bytes, type: 'jpeg', width: 3_000, height: 90 } as const]])
    const file = new WordFile(path, {
      title: 'Bilder',
      language: 'de',
      orientation: 'portrait',
      foot,
      images,
    })
    file.write(`${html}<p>Noch einmal <img src="/media/0.webp" alt="Der &quot;Plan&quot; &amp; mehr"></p>`)
    file.write('<img src="/media/1.webp" alt="Fehlt">')
    file.close()
    const parts = unzipSync(await readFile(path))
    expect(Object.keys(parts).filter(name => name.startsWith('word/media/'))).toEqual([
      'word/media/image1.jpeg',
    ])
    expect(Buffer.from(parts['word/media/image1.jpeg'] ?? [])).toEqual(bytes)
    const kept = unzipSync(await savedByOffice(path, 'docx'))
    expect(Object.keys(kept).filter(name => name.startsWith('word/media/'))).toHaveLength(1)
    const text = Buffer.from(kept['word/document.xml'] ?? []).toString()
    expect(text.match(/<w:drawing>/g)).toHaveLength(2)
    expect(text).toContain('Der &quot;Plan&quot; &amp; mehr')
    expect(text).toContain('[Fehlt]')
    const widths = [...text.matchAll(/<wp:extent cx="(\d+)"/g)].map(([, width]) => Number(width))
    // Between the margins of A4, in English Metric Units.
    for (const width of widths) expect(width).toBeLessThanOrEqual((11_906 - 2 * 1_304) * 635 + 1)
  })

  it('is Markdown that says the same', () => {
    expect(markdownOf(html)).toBe(
      [
        '# Ziel',
        'Die Stadt **prüft** & *baut*.',
        '- eins\n- zwei\n\n  4. vier',
        '> Ein Zitat',
        '| Jahr | Euro |\n| --- | --- |\n| 2026 | 507.000 |',
        'Alt [-Parkplätze-] {+Stellplätze+}\\\nneue Zeile, [ein Link](<https://example.org/a?b=1&c=2>)',
        '---',
        '![Ein Plan](</media/0.webp>)\n',
      ].join('\n\n'),
    )
    expect(markdownOf('<p># keine Überschrift</p><p>1. kein Punkt</p><p>a*b_c[d]</p>')).toBe(
      '\\# keine Überschrift\n\n1\\. kein Punkt\n\na\\*b\\_c\\[d\\]\n',
    )
  })
})
