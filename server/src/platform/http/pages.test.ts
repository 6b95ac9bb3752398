import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/start-app.js'
import { fillTemplate } from './pages.js'

/** A client as small as can be: it shows who looks, in which language, and what an endpoint answers. */
const renderer = `
const home = { name: 'getHome' }
export async function renderPage({ url, language, viewer }, call) {
  if (url.startsWith('/alt')) return { kind: 'redirect', location: '/neu' }
  if (url.startsWith('/kaputt')) throw new Error('a bug')
  const result = await call(home, { params: {}, query: {}, body: {} })
  const who = viewer.kind === 'account' ? viewer.pseudonym : 'niemand'
  const status = url.startsWith('/unbekannt') ? 404 : 200
  const title = result.value.process.title[language]
  return { kind: 'page', status, head: '<title>' + title + '</title>', app: '<p>' + who + '</p>', state: '{"a":"$&"}' }
}`
const template =
  '<html lang="%lang%"><head><!--head--></head><body><div id="app"><!--app--></div>' +
  '<script type="application/json" id="state"><!--state--></script></body></html>'

let app: TestApp
let clientDist: string
beforeAll(async () => {
  clientDist = await mkdtemp(join(tmpdir(), 'randnotiz-client-'))
  await mkdir(join(clientDist, 'server'))
  await mkdir(join(clientDist, 'client', 'assets'), { recursive: true })
  await writeFile(join(clientDist, 'package.json'), '{"type":"module"}')
  await writeFile(join(clientDist, 'server', 'entry-server.js'), renderer)
  await writeFile(join(clientDist, 'client', 'index.html'), template)
  await writeFile(join(clientDist, 'client', 'assets', 'app-4f3a.js'), 'export {}')
  app = await startTestApp({ clientDist })
})
afterAll(async () => {
  await app.close()
  await rm(clientDist, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(app.url + path, { headers: { Accept: 'text/html', ...headers }, redirect: 'manual' })

describe('a page', () => {
  it('comes whole from the server, for the viewer, in the language of the browser', async () => {
    const cookie = await app.signIn('heidi@example.org')
    const response = await get('/', { 'Accept-Language': 'fr, en;q=0.8, de;q=0.5', Cookie: cookie })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe(
      '<html lang="en"><head><title>Smart City Concept</title></head><body><div id="app"><p>Heidi vom Hang</p></div>' +
        '<script type="application/json" id="state">{"a":"$&"}</script></body></html>',
    )
    expect(response.headers.get('Cache-Control')).toBe('private, no-cache')
    expect(response.headers.get('Vary')).toMatch(/Cookie, Accept-Language/)
  })

  it('is German unless asked otherwise, and a choice is kept', async () => {
    expect(await (await get('/')).text()).toContain('<html lang="de">')
    expect(await (await get('/', { 'Accept-Language': 'fr' })).text()).toContain('<html lang="de">')
    const chosen = await get('/?lang=en')
    expect(await chosen.text()).toContain('<html lang="en">')
    const [cookie = ''] = chosen.headers.getSetCookie()
    expect(cookie).toMatch(/^lang=en; .*SameSite=Lax/)
    expect(await (await get('/', { Cookie: 'lang=en' })).text()).toContain('<html lang="en">')
    expect(await (await get('/?lang=xx', { Cookie: 'lang=<script>' })).text()).toContain('<html lang="de">')
  })

  it('can be unknown, elsewhere or broken', async () => {
    expect((await get('/unbekannt')).status).toBe(404)
    const moved = await get('/alt')
    expect([moved.status, moved.headers.get('Location')]).toEqual([302, '/neu'])
    const broken = await get('/kaputt')
    expect([broken.status, await broken.text()]).toEqual([503, expect.stringContaining('noch einmal')])
  })

  it('has files that a browser may keep for ever, and a missing one is no page', async () => {
    const file = await get('/assets/app-4f3a.js')
    expect(file.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
    expect((await get('/assets/gone.js')).status).toBe(404)
    expect((await get('/assets/..%2f..%2fserver%2fentry-server.js')).status).not.toBe(200)
  })

  it('is not what a program gets that wants JSON', async () => {
    expect((await get('/irgendwo', { Accept: 'application/json' })).status).toBe(404)
  })
})

describe('without a built client', () => {
  it('says so in one line', async () => {
    const bare = await startTestApp({ clientDist: '/nowhere' })
    const response = await fetch(bare.url)
    expect([response.status, await response.text()]).toEqual([
      503,
      'The pages have not been built yet: npm run build',
    ])
    await bare.close()
  })
})

describe('the template', () => {
  it('takes a text that looks like a placeholder for a text', () => {
    const page = {
      kind: 'page' as const,
      status: 200,
      lasts: false,
      head: '',
      app: '<!--state-->%lang%$1',
      state: 'S',
    }
    expect(fillTemplate('%lang%<!--app--><!--state-->', 'de', page)).toBe('de<!--state-->%lang%$1S')
  })
})
