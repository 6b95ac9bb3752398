// @vitest-environment happy-dom

import { JoinAsGuestBody } from '@randnotiz/contract/accounts/guest'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { type Annotation, unnamedAuthor } from '@randnotiz/contract/annotations/annotation'
import { CreateAnnotation } from '@randnotiz/contract/annotations/commands'
import { published } from '@randnotiz/contract/annotations/publication'
import { ReplyId } from '@randnotiz/contract/kit/ids'
import type { CallEndpoint } from '@randnotiz/contract/kit/page'
import { accept, refuse } from '@randnotiz/contract/kit/result'
import { act } from 'react'
import { createRoot, hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Annotations } from './annotations.js'
import { emptyFeed, type Feed } from './feed/feed.js'
import { aServer, Surroundings, type TestServer } from './testing/a-platform.js'
import { aText } from './testing/a-text.js'
import { aDocumentId, anAnnotation, anAnnotationOn, userId } from './testing/an-annotation.js'

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)

const heidi: Viewer = {
  kind: 'account',
  id: userId(1),
  pseudonym: 'Heidi',
  role: 'participant',
  colour: '#336699',
}
const text = aText('Die Stadt baut zwölf Radstellplätze.')

function feedOf(...annotations: Annotation[]): Feed {
  const known = new Map(annotations.map(annotation => [annotation.id, annotation]))
  return { upTo: annotations.length, head: annotations.length, annotations: known }
}

type Visit = { viewer?: Viewer; known?: Feed; admitsGuests?: boolean }

function page(server: TestServer, { viewer = heidi, known = emptyFeed, admitsGuests = false }: Visit = {}) {
  const mayWrite = viewer.kind === 'account'
  const asGuest = { annotate: admitsGuests, reply: admitsGuests }
  const permissions = {
    edit: false,
    annotate: mayWrite,
    propose: true,
    reply: mayWrite,
    attach: false,
    asGuest,
  }
  return (
    <Surroundings platform={server.platform}>
      <Annotations
        {...{
          documentId: aDocumentId,
          slug: 'mobile-stadt',
          viewer,
          permissions,
          known,
          text: null,
          paused: false,
        }}
      />
    </Surroundings>
  )
}

let container: HTMLElement
let root: Root | null = null
beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('matchMedia', () => ({
    matches: true,
    addEventListener() {},
    removeEventListener() {},
  }))
  container = document.body.appendChild(document.createElement('div'))
})
afterEach(async () => {
  await act(async () => root?.unmount())
  root = null
  container.remove()
})

async function open(...parts: Parameters<typeof page>) {
  root = createRoot(container)
  await act(async () => root?.render(page(...parts)))
}

function button(name: string): HTMLButtonElement {
  const found = [...container.querySelectorAll('button')].find(each => each.textContent === name)
  if (found === undefined) throw new Error(`no button ${name}`)
  return found
}
const press = (name: string) => act(async () => button(name).click())

async function type(name: string, words: string) {
  const area = container.querySelector<HTMLElement>(`[name="${name}"]`)
  const prototype =
    area instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  const set = Object.getOwnPropertyDescriptor(prototype, 'value')?.set
  await act(async () => {
    set?.call(area, words)
    area?.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

const refusing = () => aServer({ create: () => refuse('publishing/phase-closed') })
const accepting = () => aServer({ create: () => accept(anAnnotation(1, 'Mehr Bänke')) })

test('the server renders everything there is to read, and no button that needs scripts', () => {
  const wording: Annotation = {
    ...anAnnotationOn(text.index(), 'zwölf Radstellplätze'),
    kind: 'wording',
    replacement: 'zwölf überdachte Radstellplätze',
  }
  const orphaned: Annotation = {
    ...anAnnotationOn(text.index(), 'Die Stadt', 2),
    resolution: { status: 'orphaned', resolvedAt: '2026-05-01T09:00:00.000Z' },
  }
  const { author, createdAt } = anAnnotation(1)
  const replied: Annotation = {
    ...anAnnotation(3),
    replies: [
      {
        id: ReplyId.parse('00000000000000000000000a'),
        author: { ...author, kind: 'account', staff: true },
        body: 'Wird geprüft.',
        createdAt,
        publication: published,
        editedAt: null,
        edition: 1,
        source: null,
      },
    ],
  }
  const html = renderToString(page(accepting(), { known: feedOf(wording, orphaned, replied) }))
  for (const words of ['überdachte', 'stehen nicht mehr im Text', 'Wird geprüft.', 'Stadt'])
    expect(html).toContain(words)
  expect(html).not.toContain('<button type="button" class="button')
})

test('a contribution that others may not read is a placeholder; its author reads it, with the reasons', () => {
  const held = { state: 'held', since: '2026-05-01T09:00:00.000Z' } as const
  const placeholder: Annotation = {
    ...anAnnotation(1),
    body: null,
    author: unnamedAuthor,
    publication: { ...held, reasons: [] },
  }
  const own: Annotation = {
    ...anAnnotation(2, 'Meine Worte'),
    publication: { ...held, reasons: [{ rule: 'links', links: 3 }] },
  }
  const html = renderToString(page(accepting(), { known: feedOf(placeholder, own) }))
  expect(html).toContain('wartet darauf, dass die Moderation ihn liest')
  expect(html).toContain('Meine Worte')
  expect(html).toContain('Er enthält 3 Links.')
})

test('what the server rendered is taken over without a change', async () => {
  const element = page(accepting(), { known: feedOf(anAnnotation(1)) })
  container.innerHTML = renderToString(element)
  const problems: unknown[] = []
  await act(async () => {
    root = hydrateRoot(container, element, { onRecoverableError: problem => problems.push(problem) })
  })
  expect(problems).toEqual([])
})

test('a contribution is sent once, shown at once, and replaced by what the feed brings', async () => {
  const server = accepting()
  await open(server)
  await press('Zum ganzen Text schreiben')
  await type('body', 'Mehr Bänke')
  await press('Absenden')
  expect(container.querySelector('.note--own')?.textContent).toContain('Gesendet')
  const sent = server.received.filter(({ name }) => name === 'annotation:create')
  expect(sent.map(({ payload }) => CreateAnnotation.parse(payload).body)).toEqual(['Mehr Bänke'])
  await act(async () => server.announce(1, anAnnotation(1, 'Mehr Bänke')))
  expect(container.querySelector('.note--own')).toBeNull()
  expect(container.querySelectorAll('article')).toHaveLength(1)
})

test('an empty contribution is not sent; the field says why and has the focus', async () => {
  const server = accepting()
  await open(server)
  await press('Zum ganzen Text schreiben')
  await press('Absenden')
  expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true')
  expect(server.received.some(({ name }) => name === 'annotation:create')).toBe(false)
})

test('a refused contribution keeps its words, says why, and can be revised', async () => {
  await open(refusing())
  await press('Zum ganzen Text schreiben')
  await type('body', 'Zu spät?')
  await press('Absenden')
  const own = container.querySelector('.note--own')
  expect(own?.textContent).toContain('Zu spät?')
  expect(own?.textContent).toContain('In dieser Phase ist das nicht möglich.')
  await press('Überarbeiten')
  expect(container.querySelector<HTMLTextAreaElement>('textarea[name="body"]')?.value).toBe('Zu spät?')
})

test('without an account the draft is kept and the way to sign in leads back to it', async () => {
  await open(accepting(), { viewer: { kind: 'anonymous' } })
  await press('Zum ganzen Text schreiben')
  await type('body', 'Ohne Konto')
  const link = [...container.querySelectorAll('a')].find(each => each.textContent === 'Anmelden und absenden')
  expect(link?.getAttribute('href')).toBe('/anmelden?return=%2Ftexte%2Fmobile-stadt%23entwurf')
  await act(async () => root?.unmount())
  await open(accepting())
  expect(container.querySelector('.note--own')?.textContent).toContain('Ohne Konto')
})

test('a visitor gives a name, becomes a guest, and the contribution goes out under that name', async () => {
  const lippegans: Viewer = { kind: 'guest', id: userId(9), pseudonym: 'Lippegans', colour: '#336699' }
  const names: unknown[] = []
  const call: CallEndpoint = async (_endpoint, { body }) => {
    const { pseudonym } = JoinAsGuestBody.parse(body)
    names.push(pseudonym)
    if (pseudonym === 'Opa Werner') return refuse('accounts/pseudonym-taken', { field: 'pseudonym' })
    return accept({ viewer: lippegans, receipt: 'AAAA-BBBB-CCCC-DDDD-EEEE' }) as never
  }
  const server = aServer({ create: () => accept(anAnnotation(1, 'Als Gast')), call })
  const visitor = { viewer: { kind: 'anonymous' }, admitsGuests: true } as const
  await open(server, visitor)
  await press('Zum ganzen Text schreiben')
  await type('body', 'Als Gast')
  await press('Absenden')
  expect(document.activeElement?.getAttribute('name')).toBe('pseudonym')
  await type('pseudonym', 'Opa Werner')
  await press('Absenden')
  expect(container.textContent).toContain('Diesen Namen nutzt hier schon jemand.')
  expect(server.received.some(({ name }) => name === 'annotation:create')).toBe(false)
  await type('pseudonym', 'Lippegans')
  await press('Absenden')
  expect(names).toEqual(['Opa Werner', 'Lippegans'])
  await act(async () => root?.render(page(server, { ...visitor, viewer: lippegans })))
  const sent = server.received.filter(({ name }) => name === 'annotation:create')
  expect(sent.map(({ payload }) => CreateAnnotation.parse(payload).body)).toEqual(['Als Gast'])
  expect(JSON.parse(sessionStorage.getItem('randnotiz.receipt') ?? '')).toMatchObject({ isNew: true })
})

test('only what the kind asks for is asked and sent', async () => {
  const server = accepting()
  await open(server)
  await press('Zum ganzen Text schreiben')
  await type('body', 'Zu wenig Licht.')
  await type('reason', 'Man stolpert.')
  await type('instead', 'Zwei Lampen.')
  await act(async () => container.querySelector<HTMLElement>('input[value="benefit"]')?.click())
  expect(container.querySelector('textarea[name="instead"]')).toBeNull()
  await press('Absenden')
  const [sent] = server.received.filter(({ name }) => name === 'annotation:create')
  expect(CreateAnnotation.parse(sent?.payload)).toMatchObject({
    kind: 'benefit',
    reason: 'Man stolpert.',
    instead: null,
  })
})

test('a draft without words leaves nothing behind', async () => {
  await open(accepting())
  await press('Zum ganzen Text schreiben')
  await press('Abbrechen')
  expect(container.querySelector('.note--own')).toBeNull()
  expect(localStorage).toHaveLength(0)
})
