import type { TextStatePage } from '@randnotiz/contract/annotations/text-state'
import { TextStateId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { expect, it } from 'vitest'
import { aText } from '../features/annotations/testing/a-text.js'
import { anAnnotationOn } from '../features/annotations/testing/an-annotation.js'
import { renderPage } from './render-page.js'
import { aDocument } from './testing/a-process-page.js'
import { answering } from './testing/answering.js'

const text = 'Ziele\nDie Stadt baut <b>zwölf</b> Radstellplätze.\n\nDer Bus fährt.'
const id = TextStateId.parse('00000000000000000000000c')
const document = accept({
  document: aDocument('Mobile Stadt'),
  text: { html: '', outline: [], words: 4, stateVector: 'AA==', editedAt: '2026-05-01T09:00:00.000Z' },
  permissions: {
    edit: false,
    annotate: false,
    propose: false,
    reply: false,
    attach: false,
    asGuest: { annotate: false, reply: false },
  },
})

async function page(answer: Result<TextStatePage>, address = id as string) {
  const url = `/texte/mobile-stadt/stand/${address}?anmerkung=${'0'.repeat(23)}1`
  const answers = { getDocument: document, getTextState: answer }
  const rendered = await renderPage(
    { url, language: 'de', viewer: { kind: 'anonymous' } },
    answering(answers),
  )
  if (rendered.kind !== 'page') throw new Error('sent elsewhere')
  return rendered
}

const stored: TextStatePage = {
  id,
  documentId: aDocument('x').id,
  text,
  keptAt: '2026-05-01T09:00:00.000Z',
  quoted: null,
}

it('shows the text of then with the passage marked and what became of it, without a script', async () => {
  const annotation = {
    ...anAnnotationOn(aText('Die Stadt baut zwölf Radstellplätze.').index(), 'zwölf'),
    resolution: { status: 'orphaned', resolvedAt: '2026-05-01T09:00:00.000Z' } as const,
  }
  const start = text.indexOf('zwölf')
  const parts = [
    { kind: 'same', text: 'Die Stadt baut ' },
    { kind: 'removed', text: 'zwölf' },
    { kind: 'added', text: 'viele' },
  ] as const
  const { app, head, status } = await page(
    accept({
      ...stored,
      quoted: {
        annotation,
        range: { start, end: start + 5 },
        difference: { kind: 'changed', parts: [...parts] },
      },
    }),
  )
  expect(status).toBe(200)
  expect(head).toContain('Mobile Stadt: früherer Text')
  expect(app).toMatch(/<mark class="stored-text__quoted" id="textstelle"[^>]*>zwölf<\/mark>/)
  expect(app).toContain('&lt;b&gt;')
  expect(app).not.toContain('<b>')
  expect(app.replace(/<!--.*?-->/g, '')).toMatch(/<del>.*zwölf.*<\/del><ins>.*viele.*<\/ins>/s)
  expect(app).toContain('Textstelle entfallen.')
  expect(app).toContain(`href="/texte/mobile-stadt#anmerkung-${annotation.id}"`)
  expect(app.match(/<h1/g)).toHaveLength(1)
  expect(app).not.toMatch(/<script|\sstyle=|\son[a-z]+=/i)
})

it('shows the text alone when nothing is asked about', async () => {
  const { app } = await page(accept(stored))
  expect(app).toContain('Der Bus fährt.')
  expect(app).not.toContain('<mark')
})

it('says with 404 that there is no such text', async () => {
  const unknown = await page(refuse('annotations/unknown-text-state'))
  expect(unknown).toMatchObject({
    status: 404,
    app: expect.stringContaining('Diesen Textstand gibt es nicht.'),
  })
  const nonsense = await page(accept(stored), 'unfug')
  expect(nonsense).toMatchObject({
    status: 404,
    app: expect.stringContaining('Diesen Textstand gibt es nicht.'),
  })
})
