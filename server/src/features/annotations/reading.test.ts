import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { findAnnotations } from '@randnotiz/contract/annotations/endpoints'
import { getTextWithNotes, type TextWithNotes } from '@randnotiz/contract/annotations/with-notes'
import { getDocument } from '@randnotiz/contract/documents/endpoints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint } from '../../testing/call-endpoint.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'
import { slicesOf } from './reading/slices.js'

/** A text with its contributions in it, on the whole server with the demo's texts. */
let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

async function read(slug: string, query: Record<string, string> = {}): Promise<TextWithNotes> {
  const page = await callEndpoint(app.url, getTextWithNotes, { params: { slug }, query })
  if (!page.ok) throw new Error(`refused: ${page.refusal.code}`)
  return page.value
}

const notesOf = ({ wholeText, stretches, elsewhere }: TextWithNotes): Annotation[] => [
  ...wholeText,
  ...stretches.flatMap(({ notes }) => notes),
  ...elsewhere,
]

describe('a text with its contributions', () => {
  it('is the whole text, with each contribution once, under the block in which its quote ends', async () => {
    const page = await read('mobile-stadt')
    const document = await callEndpoint(app.url, getDocument, { params: { slug: 'mobile-stadt' } })
    expect(page.stretches.map(({ html }) => html).join('')).toBe(document.ok ? document.value.text.html : '')
    const ids = notesOf(page).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const list = await callEndpoint(app.url, findAnnotations, {
      params: { slug: 'smart-city-konzept' },
      query: { document: 'mobile-stadt' },
    })
    expect([ids.length, page.total]).toEqual(list.ok ? [list.value.total, list.value.total] : [])
    for (const { html, notes } of page.stretches)
      for (const { target, resolution } of notes) {
        const lastWords = target.kind === 'passage' ? target.quote.exact.split(/\s+/).at(-1) : undefined
        if (resolution.status === 'exact') expect(wordsOf(html)).toContain(lastWords)
      }
  })

  it('stands under the level of its chapter, so that a list of headings leads through it', async () => {
    const { stretches } = await read('mobile-stadt')
    for (const { html, level, notes } of stretches) {
      const last = [...html.matchAll(/<h([1-6])[ >]/g)].at(-1)?.[1]
      if (last !== undefined && notes.length > 0) expect(level).toBe(Number(last))
    }
  })

  it('leads to the first part where an address names what is not there, and refuses what is no text', async () => {
    expect((await read('mobile-stadt', { from: 'gibtesnicht1' })).part).toBe(1)
    expect(
      await callEndpoint(app.url, getTextWithNotes, { params: { slug: 'gibt-es-nicht' } }),
    ).toMatchObject({
      refusal: { code: 'documents/unknown' },
    })
  })
})

describe('the parts of a long text', () => {
  const block = (number: number, id: string | null, letters: number) => ({
    id,
    ids: id === null ? [] : [id],
    level: null,
    html: 'x'.repeat(letters),
    notes: [],
    number,
  })

  it('hold every block once, in order, and begin with one that has a name', () => {
    const blocks = Array.from({ length: 40 }, (_, number) =>
      block(number, number % 7 === 3 ? null : `b${number}`, 9_000),
    )
    const slices = slicesOf(blocks)
    expect(slices.flat()).toEqual(blocks)
    expect(slices.length).toBeGreaterThan(4)
    for (const slice of slices.slice(1)) expect(slice[0]?.id).not.toBeNull()
  })

  it('are one for an empty text, and a giant block is a part of its own', () => {
    expect(slicesOf([])).toEqual([[]])
    const blocks = [block(1, 'a', 10), block(2, 'b', 900_000), block(3, 'c', 10)]
    expect(slicesOf(blocks).map(slice => slice.length)).toEqual([1, 1, 1])
  })
})

const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll('&amp;', '&')
