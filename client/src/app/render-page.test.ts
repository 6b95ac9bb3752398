import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { MeasureFacts } from '@randnotiz/contract/documents/document'
import { DocumentId, UserId } from '@randnotiz/contract/kit/ids'
import type { RenderedPage } from '@randnotiz/contract/kit/page'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { Language } from '@randnotiz/contract/kit/wire-values'
import { describe, expect, it } from 'vitest'
import { renderPage } from './render-page.js'
import { aDocument, aMeasureFacts, aProcessPage, both } from './testing/a-process-page.js'
import { answering } from './testing/answering.js'

const anonymous: Viewer = { kind: 'anonymous' }
const editor: Viewer = {
  kind: 'account',
  id: UserId.parse('00000000000000000000000a'),
  pseudonym: 'Redaktion <Verkehr>',
  role: 'editor',
  colour: '#0b5fae',
}

type Visit = { viewer?: Viewer; language?: Language; answers?: Record<string, Result<unknown>> }

function visit(url: string, { viewer = anonymous, language = 'de', answers = {} }: Visit = {}) {
  const known = { getHome: accept(aProcessPage('Mobile Stadt')), ...answers }
  return renderPage({ url, language, viewer }, answering(known))
}

async function pageAt(url: string, details: Visit = {}) {
  const rendered = await visit(url, details)
  if (rendered.kind !== 'page') throw new Error(`sent on to ${rendered.location}`)
  return rendered
}

const textOf = ({ app }: Extract<RenderedPage, { kind: 'page' }>) =>
  app
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

describe('renderPage', () => {
  it('renders the home page complete, with its numbers', async () => {
    const page = await pageAt('/')
    expect(page.status).toBe(200)
    expect(page.head).toContain('<title>Smart-City-Konzept – Randnotiz</title>')
    expect(page.head).toContain('content="Eine Stadt schreibt öffentlich."')
    for (const words of [
      'Die co-kreative Stadt',
      'Läuft gerade: Beteiligung',
      '7 Anmerkungen',
      '3 lesen gerade',
    ])
      expect(textOf(page)).toContain(words)
    expect(page.app).toContain('href="/texte/mobile-stadt"')
  })

  it('shows the measures that the address asks for, without scripts', async () => {
    const { process, ...page } = aProcessPage('Mobile Stadt')
    const facts = (status: MeasureFacts['status'], theme: string) => ({
      ...aMeasureFacts,
      status,
      themes: [both(theme)],
    })
    const measure = (number: number, details: MeasureFacts) => ({
      ...aDocument(`Maßnahme ${number}`),
      id: DocumentId.parse(String(number).repeat(24)),
      slug: `massnahme-${number}`,
      kind: 'measure' as const,
      number,
      facts: details,
    })
    const documents = [measure(1, facts('running', 'Klima')), measure(2, facts('planned', 'Klima'))]
    const answers = { getHome: accept({ ...page, process, documents }) }
    const chosen = await pageAt('/?thema=klima&stand=planned', { answers })
    expect(textOf(chosen)).toContain('1 von 2 Maßnahmen')
    expect(chosen.app).toContain('href="/texte/massnahme-2"')
    expect(chosen.app).not.toContain('href="/texte/massnahme-1"')
    expect(chosen.app).toContain('href="/?thema=klima&amp;stand=running#massnahmen"')
    const none = await pageAt('/?stand=done', { answers })
    expect(textOf(none)).toContain('Zu dieser Auswahl gibt es keine Maßnahme.')
    expect((await pageAt('/?thema=%3Cscript%3E', { answers })).app).toContain('href="/texte/massnahme-1"')
  })

  it('speaks the language of the visitor', async () => {
    const page = await pageAt('/?lang=en', { language: 'en' })
    expect(textOf(page)).toContain('7 annotations')
    expect(textOf(page)).toContain('Imprint')
    expect(page.app).toContain('href="/?lang=de"')
  })

  it.each([
    '/',
    '/anmelden',
    '/registrieren',
    '/impressum',
    '/datenschutz',
    '/barrierefreiheit',
    '/nirgends',
  ])('needs no inline script, style or handler at %s, and has one heading of the first rank', async url => {
    const { app } = await pageAt(url)
    expect(app).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:/i)
    expect(app.match(/<h1/g)).toHaveLength(1)
    expect(app).toContain('<main')
  })

  it('says honestly what needs a script, and sends no password into an address', async () => {
    const { app } = await pageAt('/anmelden')
    expect(app).toMatch(/<noscript>.*JavaScript.*<\/noscript>/s)
    expect(app).toContain('method="post"')
    expect(app).toMatch(/<button[^>]*type="submit"[^>]*disabled/)
  })

  it('lets no text break out of the page, its head or its state', async () => {
    const title = '</script><img src=x onerror=alert(1)>"&'
    const page = await pageAt('/', { viewer: editor, answers: { getHome: accept(aProcessPage(title)) } })
    expect(page.state).not.toContain('<')
    expect(JSON.stringify(JSON.parse(page.state))).toContain('onerror')
    expect(page.app).not.toContain('<img')
    const evil = {
      ...aProcessPage('x'),
      process: { ...aProcessPage('x').process, title: { de: title, en: title } },
    }
    const { head } = await pageAt('/', { answers: { getHome: accept(evil) } })
    expect(head).not.toMatch(/<\/script|<img/)
  })

  it('answers 404 with a page for unknown addresses and texts', async () => {
    const nowhere = await pageAt('/gibt/es/nicht')
    expect(nowhere).toMatchObject({ status: 404, head: expect.stringContaining('noindex') })
    const unknown = await pageAt('/texte/unbekannt')
    expect(unknown.status).toBe(404)
    expect(textOf(unknown)).toContain('Diesen Text gibt es nicht')
  })

  it('sends strangers from the editor to the sign-in and back again', async () => {
    const there = await visit('/texte/mobile-stadt/bearbeiten')
    expect(there).toEqual({
      kind: 'redirect',
      location: '/anmelden?return=%2Ftexte%2Fmobile-stadt%2Fbearbeiten',
    })
    if (there.kind !== 'redirect') return
    const back = await visit(there.location, { viewer: editor })
    expect(back).toEqual({ kind: 'redirect', location: '/texte/mobile-stadt/bearbeiten' })
  })

  it('shows who is signed in, without asking the server again', async () => {
    const page = await pageAt('/', { viewer: editor })
    expect(textOf(page)).toContain('Redaktion &lt;Verkehr&gt;')
    expect(textOf(page)).not.toContain('Konto anlegen')
  })

  it('says so in a page of its own when the server gives no answer, and lets the browser start afresh', async () => {
    const page = await pageAt('/', { answers: { getHome: refuse('server/unavailable') } })
    expect(page).toMatchObject({ status: 503, state: '' })
    expect(textOf(page)).toContain('Wir sind gerade nicht erreichbar')
  })

  it('leaves bugs to whoever watches over the server', async () => {
    const request = { url: '/', language: 'de', viewer: anonymous } as const
    await expect(renderPage(request, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
  })

  it('keeps apart two people who ask at the same time', async () => {
    const [mine, yours] = await Promise.all([pageAt('/', { viewer: editor }), pageAt('/')])
    expect(mine.state).toContain('editor')
    expect(yours.state).not.toContain('editor')
    expect(textOf(yours)).toContain('Anmelden')
  })
})
