// @vitest-environment happy-dom
import type { Reply } from '@randnotiz/contract/annotations/annotation'
import { published } from '@randnotiz/contract/annotations/publication'
import type { Endpoint, EndpointInput } from '@randnotiz/contract/kit/endpoint'
import { ReplyId } from '@randnotiz/contract/kit/ids'
import { accept, refuse } from '@randnotiz/contract/kit/result'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Platform } from '../../../platform/platform-context.js'
import { aServer, Surroundings } from '../testing/a-platform.js'
import { anAnnotation } from '../testing/an-annotation.js'
import { ReplyEditForm } from './reply-edit-form.js'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
beforeEach(() => localStorage.clear())
afterEach(() => document.body.replaceChildren())

const annotation = anAnnotation(1)
const reply: Reply = {
  id: ReplyId.parse('00000000000000000000000a'),
  author: annotation.author,
  body: 'Lieber zwei.',
  createdAt: annotation.createdAt,
  publication: published,
  editedAt: null,
  edition: 1,
  source: null,
}

type Sent = { edition: number; body: string; commandId: string }

/** A server that answers an edit like this, and notes what it got. */
function answering(answer: 'taken' | 'edited-meanwhile' | 'phase-closed') {
  const sent: Sent[] = []
  const call = async <E extends Endpoint>(_: E, { body }: EndpointInput<E>) => {
    sent.push(body as Sent)
    if (answer === 'taken') return accept(annotation) as never
    return refuse(answer === 'phase-closed' ? 'publishing/phase-closed' : 'annotations/edited-meanwhile')
  }
  return { sent, platform: aServer({ create: () => accept(annotation), call }).platform }
}

async function open(platform: Platform, standing: Reply) {
  const page = document.body.appendChild(document.createElement('div'))
  const root = createRoot(page)
  const nothing = () => {}
  await act(async () =>
    root.render(
      <Surroundings platform={platform}>
        <ReplyEditForm annotationId={annotation.id} reply={standing} onDone={nothing} onCancel={nothing} />
      </Surroundings>,
    ),
  )
  const area = () => page.querySelector('textarea') ?? document.createElement('textarea')
  const press = (name: string) =>
    act(async () => {
      const button = [...page.querySelectorAll('button')].find(({ textContent }) => textContent === name)
      if (button === undefined) throw new Error(`no button ${name}: ${page.textContent}`)
      button.click()
    })
  const type = (words: string) =>
    act(async () => {
      const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value') ?? {}
      set?.call(area(), words)
      area().dispatchEvent(new Event('input', { bubbles: true }))
    })
  return { page, area, press, type, leave: () => act(async () => root.unmount()) }
}

it('a phase that closes in mid-typing keeps the words, also when the page is opened again', async () => {
  const { platform, sent } = answering('phase-closed')
  const first = await open(platform, reply)
  await first.type('Lieber drei.')
  await first.press('Änderung speichern')
  expect(sent).toMatchObject([{ edition: 1, body: 'Lieber drei.' }])
  expect(first.page.querySelector('[role=alert]')?.textContent).toContain(
    'In dieser Phase ist das nicht möglich',
  )
  await first.leave()
  expect((await open(platform, reply)).area().value).toBe('Lieber drei.')
})

it('the same words after a lost answer are the same command', async () => {
  const { platform, sent } = answering('phase-closed')
  const form = await open(platform, reply)
  await form.type('Lieber drei.')
  await form.press('Änderung speichern')
  await form.press('Änderung speichern')
  await form.type('Lieber vier.')
  await form.press('Änderung speichern')
  const [first, again, other] = sent.map(({ commandId }) => commandId)
  expect(again).toBe(first)
  expect(other).not.toBe(first)
})

it('what was changed elsewhere meanwhile is said before it is replaced, and nothing typed is lost', async () => {
  const early = await open(answering('edited-meanwhile').platform, reply)
  await early.type('Lieber drei.')
  await early.press('Änderung speichern')
  await early.leave()
  const { platform, sent } = answering('taken')
  const later = await open(platform, { ...reply, body: 'Lieber fünf.', edition: 2 })
  expect(later.page.textContent).toContain('Inzwischen haben Sie das anderswo geändert')
  expect(later.area().value).toBe('Lieber drei.')
  await later.press('Durch diese Worte ersetzen')
  expect(sent).toMatchObject([{ edition: 2, body: 'Lieber drei.' }])
  await later.leave()
  expect((await open(platform, { ...reply, body: 'Lieber drei.', edition: 3 })).area().value).toBe(
    'Lieber drei.',
  )
  expect(localStorage.length).toBe(0)
})
