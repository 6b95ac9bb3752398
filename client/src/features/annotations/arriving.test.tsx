// @vitest-environment happy-dom

import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { feedPageSize } from '@randnotiz/contract/annotations/change-feed'
import { accept } from '@randnotiz/contract/kit/result'
import { AnnouncerProvider } from '@randnotiz/ui/announcer'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Platform } from '../../platform/platform-context.js'
import { Annotations } from './annotations.js'
import { answerFirstAnnotations } from './annotations-question.js'
import type { Feed } from './feed/feed.js'
import { aServer, Surroundings } from './testing/a-platform.js'
import { aDocumentId, anAnnotation } from './testing/an-annotation.js'

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)

const all = Array.from({ length: 5 }, (_, number) => anAnnotation(number + 1))

/** The first ones of a feed, as a page of thousands brings them. */
function beginning(count: number): Feed {
  const known = new Map(
    all.slice(0, count).map((annotation): [Annotation['id'], Annotation] => [annotation.id, annotation]),
  )
  return { upTo: count, head: all.length, annotations: known }
}

/** Answers whoever follows when it is told to. */
function aSlowServer() {
  let answer = () => {}
  const asked = new Promise<void>(resolve => {
    answer = resolve
  })
  const follow = async () => {
    await asked
    return { documentId: aDocumentId, upTo: all.length, head: all.length, annotations: all }
  }
  const { platform } = aServer({ create: () => accept(anAnnotation(1)), follow })
  return { platform, answer: () => answer() }
}

function page(platform: Platform, known: Feed) {
  const asGuest = { annotate: false, reply: false }
  const permissions = { edit: false, annotate: false, propose: false, reply: false, attach: false, asGuest }
  const viewer = { kind: 'anonymous' } as const
  return (
    <Surroundings platform={platform}>
      <AnnouncerProvider>
        <Annotations
          {...{
            documentId: aDocumentId,
            slug: 'mobile-stadt',
            viewer,
            permissions,
            known,
            total: 5,
            text: null,
            paused: false,
          }}
        />
      </AnnouncerProvider>
    </Surroundings>
  )
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
})
afterEach(() => void vi.useRealTimers())

test('a page with the first ones says how many there are, and where all can be read without scripts', () => {
  const html = renderToString(page(aSlowServer().platform, beginning(2)))
  expect(html).toContain('5 Anmerkungen')
  expect(html).toContain('Hier stehen 2 von 5.')
  expect(html).toContain('href="/texte/mobile-stadt/mit-anmerkungen"')
  expect(html).toContain('href="/anmerkungen?document=mobile-stadt"')
})

test('a page with all of them says nothing of the kind', () => {
  expect(renderToString(page(aSlowServer().platform, beginning(5)))).not.toContain('Hier stehen')
})

test('the others come by themselves, and are announced to nobody as news', async () => {
  const server = aSlowServer()
  const container = document.body.appendChild(document.createElement('div'))
  const root = createRoot(container)
  await act(async () => root.render(page(server.platform, beginning(2))))
  expect(container.querySelectorAll('.margin .note')).toHaveLength(2)
  await act(async () => {
    server.answer()
    await vi.advanceTimersByTimeAsync(10_000)
  })
  expect(container.querySelectorAll('.margin .note')).toHaveLength(5)
  expect(container.textContent).not.toContain('Hier stehen')
  expect(document.querySelector('[aria-live="polite"]')?.textContent).toBe('')
  await act(async () => root.unmount())
  container.remove()
})

test('the server asks for all of a few, and for the first ones of thousands', async () => {
  const asked: number[] = []
  const answerOf = (of: number) => async (question: { input: { query: { since: number } } }) => {
    const { since } = question.input.query
    asked.push(since)
    const upTo = Math.min(of, since + feedPageSize)
    const annotations = Array.from({ length: upTo - since }, (_, at) => anAnnotation(since + at + 1))
    return accept({ documentId: aDocumentId, upTo, head: of, annotations })
  }
  await answerFirstAnnotations(answerOf(5_000) as never, aDocumentId)
  expect(asked).toEqual([0])
})
