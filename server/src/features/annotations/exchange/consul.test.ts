import { listAnnotations } from '@randnotiz/contract/annotations/endpoints'
import { importAnnotations } from '@randnotiz/contract/annotations/exchange/endpoints'
import type { ImportFile, ImportReport } from '@randnotiz/contract/annotations/exchange/import'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from '../../../testing/call-endpoint.js'
import { readDocument } from '../../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../../testing/start-app.js'
import { readConsulDraft } from './consul-draft.js'

let app: TestApp
const slug = 'transparente-stadt'
beforeAll(async () => {
  app = await startTestApp({ clientDist: '' })
})
afterAll(() => app.close())

async function send(files: ImportFile[], run: 'check' | 'take' = 'take') {
  const cookie = await app.signIn('redaktion1@example.org')
  const body = { run, system: 'consul', files }
  return callEndpoint(app.url, importAnnotations, { params: { slug }, body, cookie })
}

async function upload(...files: ImportFile[]): Promise<ImportReport> {
  const result = await send(files)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const file = (name: string, content: unknown): ImportFile => ({
  name,
  content: typeof content === 'string' ? content : JSON.stringify(content),
})

/** The document as a draft of CONSUL would have stood there: its own HTML, without our marks. */
async function draftHtml(): Promise<string> {
  const { text } = await readDocument(app.url, slug)
  return text.html.replace(/ id="[^"]*"/g, '')
}

/** An annotation on some words of a paragraph of the draft, as CONSUL answers for it. */
function annotationOn(html: string, words: string, more: object = {}) {
  const paragraphs = [...html.matchAll(/<p>(.*?)<\/p>/g)].map(match =>
    (match[1] ?? '').replace(/<[^>]+>/g, ''),
  )
  const number = paragraphs.findIndex(paragraph => paragraph.includes(words))
  const startOffset = (paragraphs[number] ?? '').indexOf(words)
  // Only paragraphs of the text itself: those in lists and quotes have other paths.
  const path = `/p[${number + 1}]`
  return {
    id: 7,
    quote: words,
    ranges: [{ start: path, startOffset, end: path, endOffset: startOffset + words.length }],
    text: 'Das sollte auch für Vereine gelten.\nUnd für Schulen.',
    legislation_draft_version_id: 3,
    author_id: 11,
    created_at: '2022-11-05T18:30:00.000+01:00',
    hidden_at: null,
    comments_count: 2,
    ...more,
  }
}

async function standing() {
  const { document } = await readDocument(app.url, slug)
  const page = await callEndpoint(app.url, listAnnotations, { params: { documentId: document.id } })
  if (!page.ok) throw new Error(page.refusal.code)
  return page.value.annotations.filter(({ source }) => source?.system === 'consul')
}

const html =
  '<h1>Entwurf</h1>\n<p>Erster <em>betonter</em>\n Absatz.</p><ul><li>eins</li><li><p>zwei &amp; drei</p></li></ul>'
const at = (start: string, startOffset: number, end: string, endOffset: number) => ({
  start,
  startOffset,
  end,
  endOffset,
})

describe('a draft of CONSUL', () => {
  const draft = readConsulDraft(html)
  const words = (range: ReturnType<typeof at>) => {
    const found = draft.locate(range)
    return found && draft.text.slice(found.start, found.end)
  }

  it('has its words line by line', () => {
    expect(draft.text).toBe('Entwurf\nErster betonter Absatz.\neins\nzwei & drei')
  })

  it('finds what a path and its characters mean', () => {
    expect(words(at('/p[1]', 7, '/p[1]', 15))).toBe('betonter')
    expect(words(at('/p[1]/em[1]', 0, '/p[1]', 23))).toBe('betonter Absatz')
    expect(words(at('/ul[1]/li[2]/p[1]', 5, '/ul[1]/li[2]/p[1]', 6))).toBe('&')
    expect(words(at('', 0, '', 7))).toBe('Entwurf')
    expect(words(at('/H1[1]', 0, '/ul[1]/li[1]', 4))).toBe('Entwurf\nErster betonter Absatz.\neins')
  })

  it('sees through a saved page and its marks', () => {
    const marked = html.replace('betonter', '<span class="annotator-hl" data-x="1">beton</span>ter')
    const page = `<html><body><nav><p>Menü</p></nav><section class="a legislation-annotatable">${marked}</section></body></html>`
    const saved = readConsulDraft(page)
    expect(saved.text).toBe(draft.text)
    expect(saved.locate(at('/p[1]/em[1]', 0, '/p[1]/em[1]', 8))).toEqual(
      draft.locate(at('/p[1]', 7, '/p[1]', 15)),
    )
  })

  it('finds nothing by a path that is none', () => {
    const paths = [
      '/p[9]',
      'p[1]',
      '//p',
      '/p[0]',
      '/p[1]/../..',
      "/p[contains(.,'x')]",
      '/*[1]',
      '/p[-1]',
      '/p[1e9]',
    ]
    for (const wrong of [...paths, '/div'.repeat(5_000), '/p[1]/span[1]', '\u0000', '/p[1]\n'])
      expect(draft.locate(at(wrong, 0, '/p[1]', 5)), wrong).toBeNull()
    expect(draft.locate(at('/p[1]', 0, '/p[1]', 5_000))).toBeNull()
    expect(draft.locate(at('/p[1]', 9, '/p[1]', 9))).toBeNull()
    expect(draft.locate(at('/ul[1]', 3, '/p[1]', 2))).toBeNull()
  })

  it('bears HTML without end', () => {
    const deep = readConsulDraft(`${'<div>'.repeat(50_000)}tief`)
    expect(deep.text.length).toBeLessThanOrEqual(4)
    expect(readConsulDraft('').text).toBe('')
  })
})

describe('contributions of CONSUL', () => {
  it('come with their votes, answers, names and dates, to where they stood in the draft', async () => {
    const draft = await draftHtml()
    const { text } = readConsulDraft(draft)
    const [words = ''] =
      /[A-ZÄÖÜ][^.\n]{30,60}[a-zäöü](?=[ .])/.exec(text.split('\n').find(line => line.length > 150) ?? '') ??
      []
    const annotation = annotationOn(draft, words)
    const comment = { commentable_type: 'Legislation::Annotation', commentable_id: 7, hidden_at: null }
    const comments = [
      {
        ...comment,
        id: 22,
        body: 'Sehe ich auch so.',
        user_id: 12,
        created_at: '2022-11-07T08:00:00Z',
        cached_votes_up: 2,
        ancestry: '21',
      },
      {
        ...comment,
        id: 21,
        body: annotation.text,
        user_id: 11,
        created_at: '2022-11-05T18:30:01Z',
        cached_votes_up: 14,
      },
      {
        ...comment,
        id: 23,
        body: 'Wir nehmen das auf.',
        user_id: 1,
        administrator_id: 1,
        created_at: '2022-11-09T08:00:00Z',
        cached_votes_up: 0,
      },
      {
        ...comment,
        id: 24,
        body: 'Verborgen',
        user_id: 9,
        hidden_at: '2022-12-01',
        created_at: '2022-11-08T08:00:00Z',
      },
      { ...comment, id: 25, commentable_type: 'Debate', body: 'Woanders', user_id: 9 },
    ]
    const users = [
      { id: 11, username: 'Kiebitz' },
      { id: 12, username: 'Rotmilan' },
      { id: 1, username: 'Rathaus' },
    ]
    const files = [
      file('annotations.json', { total: 1, rows: [annotation] }),
      file('rest.json', { comments, users }),
      file('draft.html', draft),
    ]
    const report = await upload(...files)
    expect(report.rows).toMatchObject([
      { outcome: 'taken', author: 'Kiebitz', replies: 2, place: { status: 'exact', confidence: 1, words } },
    ])
    const [taken] = await standing()
    expect(taken).toMatchObject({
      body: annotation.text,
      kind: 'idea',
      author: { kind: 'imported', pseudonym: 'Kiebitz', staff: false },
      createdAt: '2022-11-05T17:30:00.000Z',
      target: { quote: { exact: words } },
      resolution: { status: 'exact' },
      source: { system: 'consul', support: 14 },
    })
    expect(
      taken?.replies.map(({ body, author, source }) => [
        author.pseudonym,
        body,
        source?.support,
        source?.official,
      ]),
    ).toEqual([
      ['Rotmilan', 'Sehe ich auch so.', 2, false],
      ['Rathaus', 'Wir nehmen das auf.', 0, true],
    ])
    expect((await upload(...files)).rows).toMatchObject([{ outcome: 'known', annotationId: taken?.id }])
    expect((await standing()).length).toBe(1)
  })

  it('come as tables too, by comma or semicolon, and say when their words are gone', async () => {
    const draft = await draftHtml()
    const { text } = readConsulDraft(draft)
    const line = text.split('\n').findLast(one => one.length > 120) ?? ''
    const words = line.slice(0, line.lastIndexOf(' ', 90))
    const csv = [
      'id;quote;range_start;range_start_offset;range_end;range_end_offset;text;author_id;created_at;hidden_at;context',
      `31;"${words}";/p[999];0;/p[999];4;"Mit ""Zitat""; und Semikolon";5;2021-03-01 12:00:00.5;;`,
      '32;"Ein Satz, der in keinem Entwurf je gestanden hat.";/p[1];0;/p[1];5;=1+1;5;2021-03-01 12:00:00;;',
      '33;Wort;/p[1];0;/p[1];4;verborgen;5;2021-03-01 12:00:00;2021-04-01 12:00:00;',
      '34;;/p[1];0;/p[1];4;ohne Zitat;5;2021-03-01 12:00:00;;',
      '35;Wort;/p[1];0;/p[1];4;;5;2021-03-01 12:00:00;;',
    ].join('\r\n')
    const result = await send(
      [
        file('annotations.csv', `\ufeff${csv}`),
        file('users.csv', 'id,username\n5,Zaunkönig'),
        file('draft.html', draft),
      ],
      'check',
    )
    if (!result.ok) throw new Error(result.refusal.code)
    expect(result.value.rows).toMatchObject([
      { outcome: 'new', author: 'Zaunkönig', place: { status: 'exact' } },
      { outcome: 'new', place: { status: 'orphaned' } },
      { outcome: 'refused', problem: 'hidden-there' },
      { outcome: 'refused', problem: 'no-place' },
      { outcome: 'refused', problem: 'no-text' },
    ])
  })

  it('are looked for by their words and the rest of the paragraph when there is no draft', async () => {
    const { text } = readConsulDraft(await draftHtml())
    const line = text.split('\n').find(one => one.length > 200) ?? ''
    const [from, to] = [line.indexOf(' ', 60) + 1, line.lastIndexOf(' ', 100)]
    const words = line.slice(from, to)
    const context = `${line.slice(0, from)}<span class=annotator-hl>${words}</span>${line.slice(to)}`
    const row = { id: 41, quote: words, text: 'x1', context, ranges: '---\n- !ruby/object' }
    const alone = { ...row, id: 42, text: 'x2', context: null, quote: 'die Stadt' }
    const { rows } = await upload(file('a.json', [row, alone]))
    expect(rows).toMatchObject([{ place: { status: 'exact', words } }, { place: { status: 'orphaned' } }])
  })

  it('are refused when there are none, or the file is broken', async () => {
    for (const content of [
      '',
      '{"a":1}',
      '[',
      'id;quote\n"1;"x',
      '<p>nur ein Entwurf</p>',
      'username\nAmsel',
    ])
      expect(await send([file('x', content)])).toMatchObject({
        ok: false,
        refusal: { code: expect.stringMatching(/unreadable|invalid/) },
      })
  })
})
