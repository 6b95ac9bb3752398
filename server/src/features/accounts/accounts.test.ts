import { getViewer, signIn, signOut, signUp } from '@randnotiz/contract/accounts/endpoints'
import { demoPassword } from '@randnotiz/test-kit/sign-in-as'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callEndpoint, fetchEndpoint } from '../../testing/call-endpoint.js'
import { startTestApp, type TestApp } from '../../testing/start-app.js'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const newcomer = { email: 'Neu@example.org', pseudonym: 'Neue Stimme', password: 'ein langer Satz' }
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map(line => line.split(';')[0])
    .join('; ')
const refused = (code: string, field?: string) => ({
  ok: false,
  refusal: field === undefined ? { code } : { code, field },
})

describe('signing up', () => {
  it('makes a citizen of whoever comes, signed in at once', async () => {
    const response = await fetchEndpoint(app.url, signUp, { body: newcomer })
    const viewer = await response.json()
    expect(viewer).toMatchObject({ kind: 'account', pseudonym: 'Neue Stimme', role: 'participant' })
    expect(JSON.stringify(viewer)).not.toContain('example.org')
    const seen = await callEndpoint(app.url, getViewer, { cookie: cookieOf(response) })
    expect(seen).toEqual({ ok: true, value: viewer })
  })

  it('refuses a taken address and a lookalike of a taken pseudonym, whatever the case', async () => {
    const again = { ...newcomer, pseudonym: 'Andere Stimme', email: 'NEU@example.ORG' }
    expect(await callEndpoint(app.url, signUp, { body: again })).toEqual(
      refused('accounts/email-taken', 'email'),
    )
    const lookalike = { ...newcomer, pseudonym: 'opa  WERNER', email: 'anders@example.org' }
    expect(await callEndpoint(app.url, signUp, { body: lookalike })).toEqual(
      refused('accounts/pseudonym-taken', 'pseudonym'),
    )
  })

  it.each(['zu kurz', 'passwort123', 'schwach@example.org'])('refuses the password %s', async password => {
    const body = { email: 'schwach@example.org', pseudonym: 'Schwach', password }
    expect(await callEndpoint(app.url, signUp, { body })).toEqual(
      refused('accounts/password-too-weak', 'password'),
    )
  })

  it.each([
    ['email', { ...newcomer, email: 'keine Adresse' }],
    ['email', { ...newcomer, email: `${'a'.repeat(250)}@example.org` }],
    ['pseudonym', { ...newcomer, pseudonym: 'x' }],
    ['pseudonym', { ...newcomer, pseudonym: 'x'.repeat(41) }],
    ['pseudonym', { ...newcomer, pseudonym: '\u200b\u200b\u200b' }],
    ['email', { ...newcomer, email: { $ne: null } }],
    ['password', { ...newcomer, password: 'x'.repeat(257) }],
    ['password', { email: 'a@example.org', pseudonym: 'Wer' }],
  ])('refuses a wrong %s and says which', async (field, body) => {
    expect(await callEndpoint(app.url, signUp, { body })).toEqual(refused('request/invalid', field))
  })

  it('gives nobody a role for the asking', async () => {
    const body = {
      email: 'frech@example.org',
      pseudonym: 'Frech',
      password: 'ein langer Satz',
      role: 'admin',
    }
    expect(await callEndpoint(app.url, signUp, { body })).toMatchObject({
      ok: true,
      value: { role: 'participant' },
    })
  })

  it('lets one of many win who want the same pseudonym at the same moment', async () => {
    const attempts = Array.from({ length: 6 }, (_, n) =>
      callEndpoint(app.url, signUp, {
        body: { email: `wettlauf${n}@example.org`, pseudonym: 'Wettlauf', password: 'ein langer Satz' },
      }),
    )
    const results = await Promise.all(attempts)
    expect(results.filter(result => result.ok)).toHaveLength(1)
    for (const result of results) if (!result.ok) expect(result.refusal.code).toBe('accounts/pseudonym-taken')
  })
})

describe('signing in', () => {
  it('tells not whether address or password was wrong', async () => {
    const wrong = { body: { email: 'redaktion1@example.org', password: 'nicht das richtige' } }
    const unknown = { body: { email: 'niemand@example.org', password: demoPassword } }
    const answers = await Promise.all(
      [wrong, unknown].map(async options => {
        const response = await fetchEndpoint(app.url, signIn, options)
        return {
          status: response.status,
          cookies: response.headers.getSetCookie(),
          body: await response.json(),
        }
      }),
    )
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]).toEqual({
      status: 401,
      cookies: [],
      body: { refusal: { code: 'accounts/wrong-credentials' } },
    })
  })

  it('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const body = { email: 'redaktion1@example.org', password: demoPassword }
    const [line = ''] = (await fetchEndpoint(app.url, signIn, { body })).headers.getSetCookie()
    expect(line).toMatch(/^randnotiz\.session_token=/)
    expect(line).toMatch(/; HttpOnly/)
    expect(line).toMatch(/; SameSite=Lax/)
    expect(line).not.toMatch(/; Secure/)
  })

  it('lasts over a restart and ends with signing out', async () => {
    const cookie = await app.signIn('redaktion2@example.org')
    await app.restart()
    expect(await callEndpoint(app.url, getViewer, { cookie })).toMatchObject({
      value: { pseudonym: 'Mira Aldinger', role: 'editor', colour: '#a3265b' },
    })
    const response = await fetchEndpoint(app.url, signOut, { cookie, body: {} })
    expect(response.status).toBe(204)
    expect(response.headers.getSetCookie().join()).toMatch(/session_token=;.*Max-Age=0/)
    expect(await callEndpoint(app.url, getViewer, { cookie })).toEqual({
      ok: true,
      value: { kind: 'anonymous' },
    })
  })

  it('takes a forged cookie for none', async () => {
    const cookie = await app.signIn('redaktion2@example.org')
    const forged = cookie.replace(/\.[^.]*$/, `.${'A'.repeat(43)}%3D`)
    expect(await callEndpoint(app.url, getViewer, { cookie: forged })).toEqual({
      ok: true,
      value: { kind: 'anonymous' },
    })
  })

  it('makes whoever guesses at one account wait', async () => {
    const body = { email: 'verwaltung@example.org', password: 'geraten' }
    let last: Awaited<ReturnType<typeof callEndpoint<typeof signIn>>> | null = null
    for (
      let guess = 0;
      guess < 40 && !(last?.ok === false && last.refusal.code === 'request/too-many');
      guess++
    )
      last = await callEndpoint(app.url, signIn, { body })
    expect(last).toMatchObject({ refusal: { code: 'request/too-many', retryAfter: expect.any(Number) } })
    expect(await callEndpoint(app.url, signIn, { body: { ...body, password: demoPassword } })).toMatchObject({
      refusal: { code: 'request/too-many' },
    })
    await expect(app.signIn('moderation@example.org')).resolves.toContain('session_token')
  })
})

describe('behind https', () => {
  it('the cookie is for https only', async () => {
    const secure = await startTestApp({ env: { PUBLIC_URL: 'https://stadt.example.org', DEMO: 'on' } })
    const body = { email: 'redaktion1@example.org', password: demoPassword }
    const response = await fetchEndpoint(secure.url, signIn, { body, origin: 'https://stadt.example.org' })
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Secure-randnotiz\.session_token=.*; Secure/)
    expect(response.headers.get('Strict-Transport-Security')).toMatch(/max-age=/)
    await secure.close()
  })
})
