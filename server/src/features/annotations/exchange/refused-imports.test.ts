import { importAnnotations } from '@randnotiz/contract/annotations/exchange/endpoints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint, fetchEndpoint } from '../../../testing/call-endpoint.js'
import { startTestApp, type TestApp } from '../../../testing/start-app.js'
import { citizen, foreign, outcomes, send, slug, staff, upload } from './testing/two-towns.js'

let there: TestApp
beforeAll(async () => {
  there = await startTestApp({ clientDist: '' })
}, 240_000)
afterAll(() => there.close())

describe('refused as a whole, and nothing is written:', () => {
  const code = async (content: unknown) => {
    const result = await send({ app: there, content })
    return result.ok ? 'taken' : result.refusal.code
  }

  it('what is no JSON, or holds nothing', async () => {
    for (const content of [
      '{',
      '[]',
      'null',
      '{"type":"AnnotationCollection","total":3,"first":"https://x.example/p1"}',
    ])
      expect(await code(content)).toBe('annotations/import-unreadable')
  })

  it('more rows than one upload may have', async () => {
    expect(await code(Array.from({ length: 5_001 }, () => 1))).toBe('annotations/import-too-many')
  })

  it('nested without end', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    const selector = `${'{"type":"X","refinedBy":'.repeat(20_000)}1${'}'.repeat(20_000)}`
    const inside = `{"type":"Annotation","id":"x:deep","body":{"value":"a","type":"TextualBody"},"target":{"source":"x:y","selector":${selector}}}`
    expect(['taken', 'annotations/import-unreadable']).toContain(await code(deep))
    expect(outcomes(await upload({ app: there, content: inside }))).toEqual(['no-place'])
    const html = '<b>'.repeat(100_000)
    const deepHtml = foreign({ body: { type: 'TextualBody', format: 'text/html', value: `${html}a` } }, null)
    expect(outcomes(await upload({ app: there, content: deepHtml, run: 'check' }))).toEqual(['new whole'])
  })

  it('what is too large, before it is read', async () => {
    const files = [{ name: 'a', content: 'x'.repeat(33 * 1024 * 1024) }]
    const cookie = await there.signIn(staff)
    const body = { run: 'take', system: 'web-annotation', files }
    const options = { params: { slug }, body, cookie }
    expect(await callEndpoint(there.url, importAnnotations, options)).toMatchObject({
      refusal: { code: 'request/too-large' },
    })
    // Whoever may not import does not get to send it.
    expect(
      (await fetchEndpoint(there.url, importAnnotations, { params: { slug }, body: { run: 1 } })).status,
    ).toBe(401)
  })

  it('citizens, and unknown documents', async () => {
    const body = { run: 'take', system: 'web-annotation', files: [{ name: 'a', content: '[]' }] }
    const cookie = await there.signIn(citizen)
    expect(
      await callEndpoint(there.url, importAnnotations, { params: { slug }, body, cookie }),
    ).toMatchObject({
      refusal: { code: 'accounts/not-permitted' },
    })
    expect(await send({ app: there, content: [foreign()], into: 'gibt-es-nicht' })).toMatchObject({
      refusal: { code: 'documents/unknown' },
    })
  })
})
