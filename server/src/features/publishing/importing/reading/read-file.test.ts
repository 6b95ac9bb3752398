import { readFile as readFileFromDisk } from 'node:fs/promises'
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { lossesIn, textIn, told } from '../testing/told.js'
import { wordFile, wordParagraph, zipFile } from '../testing/zip-file.js'
import { readFile } from './read-file.js'

const read = (name: string, bytes: string | Buffer) => readFile({ name, bytes: Buffer.from(bytes) })

const picture = () =>
  sharp({ create: { width: 30, height: 20, channels: 3, background: '#1a7f5a' } })
    .png()
    .toBuffer()

async function wordText(): Promise<Buffer> {
  const cell = (words: string, options: { columnSpan?: number; rowSpan?: number } = {}) =>
    new TableCell({ ...options, children: [new Paragraph(words)] })
  const item = (text: string, level: number, reference = 'zahlen') =>
    new Paragraph({ text, numbering: { reference, level } })
  const numbers = [0, 1].map(level => ({ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.` }))
  const document = new Document({
    title: 'Mobile Stadt',
    comments: { children: [{ id: 0, children: [new Paragraph('Stimmt das noch?')] }] },
    footnotes: { 1: { children: [new Paragraph('Zählung vom Mai.')] } },
    numbering: { config: [{ reference: 'zahlen', levels: numbers }] },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('Entwurf, nicht zitieren')] }) },
        children: [
          new Paragraph({ text: 'Ziel', heading: HeadingLevel.HEADING_1 }),
          new Paragraph({
            children: [
              new TextRun('Die Stadt wird '),
              new TextRun({ text: 'leiser', bold: true }),
              new TextRun(' und '),
              new TextRun({ text: 'grüner', italics: true }),
              new TextRun({ text: ' sofort', underline: {} }),
              new FootnoteReferenceRun(1),
              new TextRun('. '),
              new ExternalHyperlink({
                link: 'https://example.org/ziel',
                children: [new TextRun('Mehr dazu')],
              }),
            ],
          }),
          new Paragraph({
            children: [
              new CommentRangeStart(0),
              new TextRun('Der Rat '),
              new CommentRangeEnd(0),
              new TextRun({ children: [new CommentReference(0)] }),
              new InsertedTextRun({ text: 'entscheidet', id: 1, author: 'A', date: '2026-01-01T00:00:00Z' }),
              new DeletedTextRun({ text: 'beschließt', id: 2, author: 'A', date: '2026-01-01T00:00:00Z' }),
              new TextRun(' im Herbst.'),
            ],
          }),
          new Paragraph({ text: 'Wege', heading: HeadingLevel.HEADING_2 }),
          item('Rad', 0),
          item('Abstellen', 1),
          item('Leihen', 1),
          item('Bus', 0),
          new Paragraph({ text: 'Ganz unten', heading: HeadingLevel.HEADING_6 }),
          new Table({
            rows: [
              new TableRow({ tableHeader: true, children: [cell('Jahr'), cell('Was')] }),
              new TableRow({ children: [cell('2026', { rowSpan: 2 }), cell('Plan')] }),
              new TableRow({ children: [cell('Bau')] }),
              new TableRow({ children: [cell('Danach offen', { columnSpan: 2 })] }),
            ],
          }),
          new Paragraph({
            children: [
              new ImageRun({ type: 'png', data: await picture(), transformation: { width: 30, height: 20 } }),
            ],
          }),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

describe('a Word file', () => {
  it('keeps headings, lists, tables, merged cells, links, bold and italic', async () => {
    const answer = await read('x.docx', await wordText())
    expect(told(textIn(answer).content)).toEqual([
      '# Ziel',
      'Die Stadt wird **leiser** und *grüner* sofort[1]. [Mehr dazu](https://example.org/ziel)',
      'Der Rat entscheidet im Herbst.',
      '## Wege',
      'orderedList 1',
      '  listItem',
      '    Rad',
      '    orderedList 1',
      '      listItem',
      '        Abstellen',
      '      listItem',
      '        Leihen',
      '  listItem',
      '    Bus',
      '#### Ganz unten',
      'table',
      '  tableRow',
      '    head:',
      '      Jahr',
      '    head:',
      '      Was',
      '  tableRow',
      '    cell 1x2:',
      '      2026',
      '    cell:',
      '      Plan',
      '  tableRow',
      '    cell:',
      '      Bau',
      '  tableRow',
      '    cell 2x1:',
      '      Danach offen',
      'image image-of-file:0 “”',
      'orderedList 1',
      '  listItem',
      '    Zählung vom Mai.',
    ])
    expect(textIn(answer)).toMatchObject({ kind: 'docx', title: 'Mobile Stadt' })
    expect(textIn(answer).images).toHaveLength(1)
  })

  it('lists what it loses with its place', async () => {
    expect(lossesIn(await read('x.docx', await wordText()))).toEqual([
      'header-footer | - | Entwurf, nicht zitieren',
      'footnote | Ziel | Zählung vom Mai.',
      'comment | Ziel | Stimmt das noch?',
      'inserted-text | Ziel | entscheidet',
      'deleted-text | Ziel | beschließt',
      'formatting | Ziel | sofort',
      'heading-level | Wege | Ganz unten',
    ])
  })

  it('may come from LibreOffice', async () => {
    const file = await readFileFromDisk(new URL('../testing/files/from-libreoffice.docx', import.meta.url))
    const answer = await read('hoefe.docx', file)
    expect(told(textIn(answer).content)).toEqual([
      '# Grüne Höfe',
      'In den **Höfen** soll es *schattiger* werden[1]. Mehr steht [hier](https://example.org/hof).',
      'blockquote',
      '  Im Schatten säße man gern.',
      '## Schritte',
      'orderedList 1',
      '  listItem',
      '    Fragen',
      '    orderedList 1',
      '      listItem',
      '        die Häuser',
      '      listItem',
      '        die Schulen',
      '  listItem',
      '    Pflanzen',
      'bulletList',
      '  listItem',
      '    Linde',
      '  listItem',
      '    Ahorn',
      'table',
      '  tableRow',
      '    cell 2x1:',
      '      Was',
      '    cell:',
      '      Wann',
      '  tableRow',
      '    cell:',
      '      Bäume',
      '    cell:',
      '      zwölf',
      '    cell:',
      '      Herbst',
      'Am Ende entscheidet der Rat.',
      'Letzter Absatz.',
      'Wort im Rahmen',
      'image image-of-file:0 “Ein Punkt”',
      'orderedList 1',
      '  listItem',
      '    Messung aus dem Juli.',
    ])
    expect(lossesIn(answer)).toEqual([
      'footnote | Grüne Höfe | Messung aus dem Juli.',
      'comment | Schritte | Bitte prüfen.',
      'text-box-moved | Schritte | Wort im Rahmen',
    ])
  })

  it('leaves macros, equations and text boxes that nobody can show, and says so', async () => {
    const box = `<w:p><w:r><w:pict><w:txbxContent>${wordParagraph('Im Kasten')}</w:txbxContent></w:pict></w:r></w:p>`
    const sum = '<w:p><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>'
    const macro = { name: 'word/vbaProject.bin', data: 'Sub AutoOpen()' }
    const answer = await read('x.docm', wordFile(`${wordParagraph('Text')}${box}${sum}`, [macro]))
    expect(lossesIn(answer)).toEqual([
      'macro | - | word/vbaProject.bin',
      expect.stringMatching(/^text-box(-moved)? \| - \| Im Kasten$/),
      'equation | - | a+b',
    ])
    expect(told(textIn(answer).content).join(' ')).not.toContain('AutoOpen')
  })

  it('never asks for a picture that is elsewhere', async () => {
    const image = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image'
    const links = {
      name: 'word/_rels/document.xml.rels',
      data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="i" Type="${image}" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`,
    }
    const drawing =
      '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr descr="Plan"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:link="i"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    const answer = await read('x.docx', wordFile(wordParagraph('Text') + drawing, [links]))
    expect(lossesIn(answer)).toEqual(['foreign-image | - | Plan'])
    expect(textIn(answer).images).toEqual([])
  })
})

describe('a hostile file', () => {
  const refusal = async (name: string, bytes: string | Buffer) => {
    const answer = await read(name, bytes)
    return answer.kind === 'refused' ? answer.code : answer.kind
  }

  it.each([
    ['cut off', async () => (await wordText()).subarray(0, 3_000)],
    ['nothing but the beginning of a zip', async () => Buffer.from('PK\x03\x04')],
    ['a zip whose data are none', async () => wordFile('<w:p>')],
  ])('that is %s is told to be damaged', async (_, make) => {
    expect(await refusal('x.docx', await make())).toBe('publishing/file-unreadable')
  })

  it.each([
    '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>',
  ])('with entities of its own is refused: %s', async doctype => {
    const part = { name: 'word/document.xml', data: `<?xml version="1.0"?>${doctype}<w:document/>` }
    expect(await refusal('x.docx', wordFile('', [part]))).toBe('publishing/file-unreadable')
  })

  it('that unpacks to gigabytes is refused, whatever it says of its size', async () => {
    const bomb = { name: 'word/media/a.png', data: Buffer.alloc(200 * 1024 * 1024), claimedSize: 10 }
    const file = wordFile(wordParagraph('Text'), [bomb])
    expect(file.length).toBeLessThan(400_000)
    expect(await refusal('x.docx', file)).toBe('publishing/file-too-large')
  })

  it('with thousands of parts is refused', async () => {
    const parts = Array.from({ length: 5_000 }, (_, number) => ({ name: `word/${number}.xml`, data: '' }))
    expect(await refusal('x.docx', zipFile(parts))).toBe('publishing/file-too-large')
  })

  it.each([
    ['a PDF', '%PDF-1.7\n1 0 obj'],
    ['an older Word file', Buffer.from('d0cf11e0a1b11ae1000000', 'hex')],
    ['a zip of something else', zipFile([{ name: 'content.xml', data: '<office:document/>' }])],
  ])('that is %s is told from a text', async (_, bytes) => {
    expect(await refusal('x.docx', bytes)).toBe('publishing/file-of-unknown-kind')
  })

  it.each(['', '   \n\n', '<p> </p>', '<script>alert(1)</script>'])(
    'without a word is told so: %j',
    async text => {
      expect(await refusal('x.html', text)).toBe('publishing/file-without-text')
    },
  )

  it('that nests as deep as it can is flattened, not followed', async () => {
    const deep = (tag: string) => `${`<${tag}>`.repeat(20_000)}tief`
    for (const tag of ['div', 'blockquote', 'b', 'table><tr><td', 'constructor']) {
      const answer = await read('x.html', `<p>Anfang</p>${deep(tag)}`)
      expect(JSON.stringify(textIn(answer).content)).toContain('tief')
    }
    const lists = await read('x.html', `${'<ul><li>x'.repeat(5_000)}`)
    expect(lossesIn(lists).join()).toContain('nesting')
  })
})
