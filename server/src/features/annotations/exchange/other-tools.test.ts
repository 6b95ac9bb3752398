import type { ImportRow } from '@randnotiz/contract/annotations/exchange/import'
import { until } from '@randnotiz/test-kit/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firstParagraph } from '../../../testing/demo-document.js'
import { startTestApp, type TestApp } from '../../../testing/start-app.js'
import { liveTextOf } from '../testing/town.js'
import { editor, foreign, outcomes, savedBy, standing, upload } from './testing/two-towns.js'

let there: TestApp
beforeAll(async () => {
  there = await startTestApp({ clientDist: '' })
}, 240_000)
afterAll(() => there.close())

describe('contributions of other tools', () => {
  it('stand where their words stand, or say that they do not', async () => {
    const desk = await editor(there)
    const paragraph = firstParagraph(desk.doc).toString()
    const { text } = liveTextOf(desk.doc).index
    desk.close()
    const start = text.indexOf(paragraph)
    const exact = text.slice(start + 40, start + 80)
    const surroundings = {
      prefix: text.slice(start, start + 40),
      suffix: text.slice(start + 80, start + 140),
    }
    const changed = `${exact.slice(0, 12)}x${exact.slice(13)}`
    const items = [
      foreign({}, { exact, ...surroundings }),
      foreign({}, { exact: changed, ...surroundings }),
      foreign({}, { exact: text.slice(start + 30, start + 130) }),
      foreign({}, { exact: 'die' }),
      foreign({}, { exact: 'ein Satz, der hier ganz gewiss nie gestanden hat', ...surroundings }),
      foreign({}, null),
    ]
    expect(outcomes(await upload({ app: there, content: items, run: 'check' }))).toEqual([
      'new exact',
      'new changed',
      'new suggested',
      'new orphaned',
      'new orphaned',
      'new whole',
    ])
    const report = await upload({ app: there, content: { rows: items } })
    const [first] = report.rows
    if (first?.outcome !== 'taken') throw new Error('not taken')
    const taken = (await standing(there)).find(({ id }) => id === first.annotationId)
    expect(taken).toMatchObject({
      author: { pseudonym: 'lerche', staff: false },
      createdAt: '2023-04-01T10:00:00.000Z',
      target: { quote: { exact } },
      resolution: { status: 'exact' },
      source: { system: 'web-annotation', id: items[0]?.id, support: null, official: false },
    })
    // Looked for anew after the next change, they stay what they are.
    const again = await editor(there)
    firstParagraph(again.doc).insert(0, 'Neu: ')
    await savedBy(there, again)
    again.close()
    await until('they have been looked for again', async () => {
      const statuses = (await standing(there)).filter(({ source }) => report.rows.some(isRow(source?.id)))
      return (
        statuses.map(({ resolution }) => resolution.status).join() ===
        'exact,changed,suggested,orphaned,orphaned,whole'
      )
    })
  })

  const isRow = (id: string | undefined) => (row: ImportRow) => row.sourceId === id

  it('bring their answers, however deep, and what they call their own', async () => {
    const root = foreign({ motivation: ['questioning'] }, null)
    const answer = foreign({ motivation: 'replying', target: root.id })
    const deeper = foreign({ motivation: 'oa:replying', target: { source: answer.id } })
    const hypothesis = {
      ...foreign({ body: undefined, text: 'Noch eine Antwort', references: [root.id, answer.id] }),
      user: 'acct:amsel@notes.example',
      creator: undefined,
    }
    const lost = foreign({ motivation: 'replying', target: 'https://notes.example/a/gone' })
    const circle = foreign({ motivation: 'replying', id: 'x:1', target: 'x:2' })
    const back = foreign({ motivation: 'replying', id: 'x:2', target: 'x:1' })
    const report = await upload({
      app: there,
      content: [deeper, answer, root, hypothesis, lost, circle, back],
    })
    const reason = 'reply-without-contribution'
    expect(outcomes(report)).toEqual(['taken whole', reason, reason, reason])
    const taken = (await standing(there)).find(({ source }) => source?.id === root.id)
    expect(taken).toMatchObject({ kind: 'question' })
    expect(taken?.replies.map(({ author }) => author.pseudonym).sort()).toEqual(['amsel', 'lerche', 'lerche'])
  })

  it('are words, whatever they were made of', async () => {
    const html =
      '<p>Erster <b>Satz</b></p><script>alert(1)</script><p>Zweiter &amp; letzter<img src=x onerror=alert(1)>'
    const items = [
      foreign({ body: { type: 'TextualBody', value: html, format: 'text/html' } }, null),
      foreign({ body: { type: 'TextualBody', value: '<i>schräg</i>\u0000\r\nund \ud83d halb' } }, null),
      foreign(
        {
          body: [
            { type: 'TextualBody', value: 'a' },
            { type: 'TextualBody', value: 'Schlagwort', purpose: 'tagging' },
          ],
          creator: { type: 'Person', name: '\u202eepieH  Heidi\n' },
        },
        null,
      ),
      foreign({ body: undefined, bodyValue: 'einfach so', created: 'gestern', creator: undefined }, null),
    ]
    await upload({ app: there, content: items })
    const all = await standing(there)
    const [first, second, third, fourth] = items.map(({ id }) => all.find(({ source }) => source?.id === id))
    expect(first?.body).toBe('Erster Satz\nZweiter & letzter')
    expect(second?.body).toBe('<i>schräg</i>\nund \ufffd halb')
    expect(third).toMatchObject({ body: 'a', author: { pseudonym: 'epieH Heidi' } })
    expect(fourth).toMatchObject({ body: 'einfach so', author: { pseudonym: 'N. N.' } })
  })

  it('make nobody an officer and support nothing', async () => {
    const claims = foreign(
      { 'rn:official': true, 'rn:support': 77, creator: { type: 'Person', name: 'Jonas Wittekamp' } },
      null,
    )
    await upload({ app: there, content: claims })
    const taken = (await standing(there)).find(({ source }) => source?.id === claims.id)
    expect(taken).toMatchObject({ author: { staff: false }, source: { official: true, support: 77 } })
    const own = (await standing(there)).filter(({ source }) => source === null)
    expect(own.map(({ author }) => author.id)).not.toContain(taken?.author.id)
  })

  it('are refused one by one, each with its reason', async () => {
    const other = foreign({ target: { source: 'https://other.example/texte/soziale-stadt' } }, null)
    const items = [
      'nothing',
      foreign({ type: 'Sandwich' }),
      foreign({ body: undefined }),
      foreign({ body: { type: 'TextualBody', value: 'x'.repeat(5_001) } }),
      foreign({
        target: { source: 'https://example.org', selector: { type: 'FragmentSelector', value: 'xywh=1,2' } },
      }),
      foreign({}, { exact: 'x'.repeat(4_001) }),
      foreign({ target: undefined }),
      other,
    ]
    expect(outcomes(await upload({ app: there, content: items }))).toEqual([
      'not-a-contribution',
      'not-a-contribution',
      'no-text',
      'text-too-long',
      'no-place',
      'quote-too-long',
      'no-place',
      'other-document',
    ])
  })
})
