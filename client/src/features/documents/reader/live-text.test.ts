// @vitest-environment happy-dom
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Access, type Collab, createCollab, createMemoryStore } from '@randnotiz/collab'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { renderHtml } from '@randnotiz/document-schema/to-html'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { connectLiveText, type LiveText, type LiveTextConnection, type LiveTextState } from './live-text.js'

const documentId = '00000000000000000000000d'

type Server = { collab: Collab; address: string; stop(): Promise<void> }

async function startServer(access: Access): Promise<Server> {
  const collab = createCollab({ store: createMemoryStore(), authorise: async () => access })
  const server = createServer()
  server.on('upgrade', (request, socket, head) => collab.handleUpgrade(request, socket, head, documentId))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    collab,
    address: `ws://127.0.0.1:${port}/collab`,
    stop: async () => {
      await collab.close()
      server.close()
    },
  }
}

/** What staff have at their desk; `write` hands their edits to the server. */
function aDesk(server: Server) {
  const doc = new Y.Doc()
  const fragment = documentFragment(doc)
  const write = async (edit: (fragment: Y.XmlFragment) => void) => {
    const before = Y.encodeStateVector(doc)
    doc.transact(() => edit(fragment))
    await server.collab.applyServerUpdate(documentId, Y.encodeStateAsUpdate(doc, before))
  }
  return { write, html: () => renderHtml(fragment) }
}

function paragraph(id: string, words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.setAttribute('id', id)
  element.insert(0, [new Y.XmlText(words)])
  return element
}

const words = (fragment: Y.XmlFragment, number: number): Y.XmlText => {
  const block = fragment.get(number)
  const text = block instanceof Y.XmlElement ? block.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error(`no text in block ${number}`)
  return text
}

let server: Server
let connection: LiveTextConnection | null = null
let states: LiveTextState[] = []
let live: LiveText | null = null
const root = document.createElement('div')

beforeEach(async () => {
  server = await startServer({ kind: 'reader', anonymous: true })
  states = []
  live = null
  document.body.replaceChildren(root)
})
afterEach(async () => {
  connection?.close()
  await server.stop()
})

function connect(to = server) {
  connection = connectLiveText({
    documentId,
    root,
    address: to.address,
    onState: state => states.push(state),
    onAttached: text => {
      live = text
    },
  })
  return connection
}
const becomes = (state: LiveTextState) => vi.waitFor(() => expect(states.at(-1)).toBe(state), 5_000)
const shows = (text: string) => vi.waitFor(() => expect(root.textContent).toContain(text), 5_000)

async function anOpenText() {
  const desk = aDesk(server)
  await desk.write(fragment => fragment.push([paragraph('a', 'Erster Absatz.'), paragraph('b', 'Zweiter.')]))
  root.innerHTML = desk.html()
  return desk
}

test('the server’s elements are taken over, and follow what staff write', async () => {
  const desk = await anOpenText()
  const [first, second] = root.children
  connect()
  await becomes('live')
  expect([...root.children]).toEqual([first, second])
  await desk.write(fragment => words(fragment, 0).insert(0, 'Unser '))
  await shows('Unser Erster Absatz.')
  expect(root.children[0]).toBe(first)
  expect(live?.flatIndex().text).toBe('Unser Erster Absatz.\nZweiter.')
})

test('a selection outside of the changed words stays', async () => {
  const desk = await anOpenText()
  connect()
  await becomes('live')
  const second = root.children[1]?.firstChild
  if (!second) throw new Error('no second paragraph')
  document.getSelection()?.setBaseAndExtent(second, 0, second, 7)
  await desk.write(fragment => words(fragment, 0).insert(0, 'Unser '))
  await shows('Unser')
  expect(document.getSelection()?.toString()).toBe('Zweiter')
})

test('paused, the text stands still; resumed, it catches up', async () => {
  const desk = await anOpenText()
  const { pause, resume } = connect()
  await becomes('live')
  pause()
  expect(states.at(-1)).toBe('paused')
  await desk.write(fragment => words(fragment, 0).insert(0, 'Unser '))
  expect(root.textContent).not.toContain('Unser')
  resume()
  await shows('Unser')
  await becomes('live')
})

test('a lost network is told, and so is its return', async () => {
  await anOpenText()
  connect()
  await becomes('live')
  window.dispatchEvent(new Event('offline'))
  expect(states.at(-1)).toBe('offline')
  window.dispatchEvent(new Event('online'))
  expect(states.at(-1)).toBe('live')
})

test('a reader who is not let in keeps what the server rendered', async () => {
  const closed = await startServer({ kind: 'refused', code: 4403, reason: 'not yours' })
  root.innerHTML = '<p id="block-a">Erster Absatz.</p>'
  connect(closed)
  await becomes('ended')
  expect(root.textContent).toBe('Erster Absatz.')
  expect(live).toBeNull()
  await closed.stop()
})
