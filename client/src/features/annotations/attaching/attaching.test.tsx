// @vitest-environment happy-dom

import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { AttachAnnotation } from '@randnotiz/contract/annotations/commands'
import { accept, refuse } from '@randnotiz/contract/kit/result'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Annotations } from '../annotations.js'
import type { Feed } from '../feed/feed.js'
import { aServer, Surroundings, type TestServer } from '../testing/a-platform.js'
import { aText } from '../testing/a-text.js'
import { aDocumentId, anAnnotation, anAnnotationOn, userId } from '../testing/an-annotation.js'

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)

const person = (role: 'editor' | 'participant'): Viewer => ({
  kind: 'account',
  id: userId(3),
  pseudonym: 'Jonas',
  role,
  colour: '#336699',
})
const resolvedAt = '2026-05-01T09:00:00.000Z'
const lost: Annotation = {
  ...anAnnotationOn(aText('Die Stadt baut zwölf Radstellplätze.').index(), 'zwölf Radstellplätze'),
  resolution: { status: 'orphaned', resolvedAt },
}
const detached: Annotation = {
  ...lost,
  attachment: { decision: 'detached', number: 1, decidedAt: resolvedAt },
}

let container: HTMLElement
let root: Root | null = null
beforeEach(() => {
  localStorage.clear()
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }))
  container = document.body.appendChild(document.createElement('div'))
})
afterEach(async () => {
  await act(async () => root?.unmount())
  root = null
  container.remove()
})

function page(
  server: TestServer,
  { role, annotations }: { role: 'editor' | 'participant'; annotations: Annotation[] },
) {
  const known: Feed = { upTo: 0, head: 0, annotations: new Map(annotations.map(each => [each.id, each])) }
  const asGuest = { annotate: false, reply: false }
  const permissions = {
    edit: false,
    annotate: true,
    propose: true,
    reply: true,
    attach: role === 'editor',
    asGuest,
  }
  const viewer = person(role)
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

async function open(server: TestServer, annotations = [lost], role: 'editor' | 'participant' = 'editor') {
  root = createRoot(container)
  await act(async () => root?.render(page(server, { role, annotations })))
}

const buttons = () => [...container.querySelectorAll('button')].map(each => each.textContent?.trim())
const press = (name: string) =>
  act(async () => [...container.querySelectorAll('button')].find(each => each.textContent === name)?.click())
const sent = (server: TestServer) =>
  server.received
    .filter(({ name }) => name === 'annotation:attach')
    .map(({ payload }) => AttachAnnotation.parse(payload))

const accepting = () => aServer({ create: () => accept(lost), attach: () => accept(detached) })

test('everybody reads what became of a passage, why, and the words of then; without scripts too', () => {
  const html = renderToString(page(accepting(), { role: 'participant', annotations: [lost] }))
  expect(html).toContain('Textstelle entfallen.')
  expect(html).toContain('Die zitierten Worte wurden aus dem Text genommen.')
  expect(html).toContain(`/texte/mobile-stadt/stand/`)
  expect(html).toContain(`?anmerkung=${lost.id}#textstelle`)
})

test('that staff decided is told, and not who', () => {
  const html = renderToString(page(accepting(), { role: 'participant', annotations: [detached] }))
  expect(html).toContain('Von der Redaktion so vermerkt.')
  expect(html).not.toContain('Kommen sie zurück')
})

test('only staff are offered to decide', async () => {
  await open(accepting(), [lost], 'participant')
  expect(buttons()).not.toContain('Textstelle zuordnen')
  await act(async () => root?.unmount())
  await open(accepting())
  expect(buttons()).toContain('Textstelle zuordnen')
})

test('nothing can be placed before a passage is chosen, and waiting can be given up', async () => {
  const server = accepting()
  await open(server)
  await press('Textstelle zuordnen')
  expect(container.querySelector('.attach-bar')?.textContent).toContain(
    'Markieren Sie jetzt die Stelle im Text.',
  )
  await press('Anmerkung hier zuordnen')
  expect(sent(server)).toEqual([])
  await press('Abbrechen')
  expect(container.querySelector('.attach-bar')).toBeNull()
})

test('a passage is called gone after one more question; what is gone already is not asked about again', async () => {
  const server = accepting()
  await open(server)
  await press('Stelle ist entfallen')
  expect(sent(server)).toEqual([])
  await press('Als entfallen vermerken')
  expect(sent(server)).toMatchObject([{ decision: 'detached', after: 0, annotationId: lost.id }])
  expect(container.querySelector('.attach-bar')).toBeNull()
  await act(async () => server.announce(1, detached))
  expect(buttons()).toContain('Textstelle zuordnen')
  expect(buttons()).not.toContain('Stelle ist entfallen')
})

test('what was refused says why; what got no answer is said again under the same id', async () => {
  let code: 'annotations/attached-meanwhile' | 'server/unavailable' = 'server/unavailable'
  const server = aServer({ create: () => accept(lost), attach: () => refuse(code) })
  await open(server)
  await press('Stelle ist entfallen')
  await press('Als entfallen vermerken')
  expect(container.querySelector('.attach-bar')?.textContent).toContain('Wir sind gerade nicht erreichbar.')
  code = 'annotations/attached-meanwhile'
  await press('Als entfallen vermerken')
  expect(container.querySelector('.attach-bar')?.textContent).toContain('Jemand anderes hat diese Anmerkung')
  await press('Als entfallen vermerken')
  const ids = sent(server).map(({ commandId }) => commandId)
  expect(ids[0]).toBe(ids[1])
  expect(ids[2]).not.toBe(ids[1])
})

test('staff see only what needs them at one press', async () => {
  await open(accepting(), [lost, anAnnotation(9, 'Zum ganzen Text.')])
  await press('Ohne Textstelle 1')
  expect(container.querySelectorAll('article')).toHaveLength(1)
  await press('Alle 2')
  expect(container.querySelectorAll('article')).toHaveLength(2)
})
