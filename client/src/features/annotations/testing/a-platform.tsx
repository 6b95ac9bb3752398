import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { FeedPage } from '@randnotiz/contract/annotations/change-feed'
import type { Announcement, CommandMessage } from '@randnotiz/contract/kit/message'
import type { CallEndpoint } from '@randnotiz/contract/kit/page'
import { accept, refuse } from '@randnotiz/contract/kit/result'
import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { MemoryRouter } from 'react-router'
import { textsDe } from '../../../app/texts/de.js'
import { createI18n } from '../../../platform/i18n/create-i18n.js'
import { type Platform, PlatformContext } from '../../../platform/platform-context.js'
import { createQueryClient } from '../../../platform/query-client.js'
import { aDocumentId } from './an-annotation.js'

export type TestServer = {
  platform: Platform
  /** Commands that came in, by name, with their payload. */
  received: { name: string; payload: unknown }[]
  /** Tells everybody, as the server does after a write. */
  announce(seq: number, annotation: Annotation): void
}

type Answer = ReturnType<typeof accept<Annotation>> | ReturnType<typeof refuse>
type Answers = {
  create(): Answer
  attach?(): Answer
  /** Who follows hears of nothing when left out. */
  follow?(): Promise<FeedPage>
  /** What is called over HTTP; nothing answers there when left out. */
  call?: CallEndpoint
}

/** A server at the other end of a socket that is always open. */
export function aServer(answers: Answers): TestServer {
  const received: TestServer['received'] = []
  const listeners = new Set<(payload: never) => void>()
  const nothing = async (): Promise<FeedPage> => ({
    documentId: aDocumentId,
    upTo: 0,
    head: 0,
    annotations: [],
  })
  const answerTo = async (name: string): Promise<unknown> => {
    if (name === 'annotations:follow') return accept(await (answers.follow ?? nothing)())
    if (name === 'annotation:attach' && answers.attach) return answers.attach()
    return name === 'annotation:create' ? answers.create() : accept(null)
  }
  return {
    received,
    announce(seq, annotation) {
      for (const listener of listeners) listener({ documentId: aDocumentId, seq, annotation } as never)
    },
    platform: {
      call: answers.call ?? (async () => refuse('server/unavailable')),
      realtime: {
        send: async (command: CommandMessage, payload: unknown) => {
          received.push({ name: command.name, payload })
          return (await answerTo(command.name)) as never
        },
        listen(_: Announcement, listener: (payload: never) => void) {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
        connection: () => ({ type: 'online', session: 1 }),
        onConnection: () => () => {},
        renew: () => {},
      },
    },
  }
}

/** What stands around a page, in German. */
export function Surroundings({ platform, children }: { platform: Platform; children: ReactNode }) {
  return (
    <I18nextProvider i18n={createI18n('de', textsDe)}>
      <MemoryRouter initialEntries={['/texte/mobile-stadt']}>
        <QueryClientProvider client={createQueryClient()}>
          <PlatformContext value={platform}>{children}</PlatformContext>
        </QueryClientProvider>
      </MemoryRouter>
    </I18nextProvider>
  )
}
