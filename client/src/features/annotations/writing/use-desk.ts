import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import {
  type AnnotationId,
  CommandId,
  type DocumentId,
  type IntakeItemId,
  type UserId,
} from '@randnotiz/contract/kit/ids'
import { personIdOf } from '@randnotiz/domain/accounts/person'
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { usePlatform } from '../../../platform/platform-context.js'
import type { Feed } from '../feed/feed.js'
import { advance, type Contribution, saysSomething, type Words } from './contribution.js'
import { type ContributionStore, type DeviceStorage, openContributionStore } from './contribution-store.js'
import { deliver } from './deliver.js'
import { isShown } from './is-shown.js'
import { startOutbox } from './outbox.js'

/** What the viewer has started to write about a document, and what one can do with it. */
export type Desk = {
  /** The viewer's own, oldest first. */
  contributions: readonly Contribution[]
  /** The viewer's replies to an annotation, the same array until one of the viewer's contributions changes. */
  repliesTo(id: AnnotationId): readonly Contribution[]
  start(words: Words): Contribution
  /** New words for a draft, or for a refused one, which becomes a draft under a new id. */
  revise(contribution: Contribution, words: Words): Contribution
  /** `author` is who is known now: the viewer, or the guest that a visitor has just become. */
  submit(contribution: Contribution, words: Words, author: UserId): void
  retry(contribution: Contribution): void
  discard(contribution: Contribution): void
}

type Place = { documentId: DocumentId; viewer: Viewer; feed: Feed; intake: IntakeItemId | null }

const nothing: readonly Contribution[] = []

export function useDesk({ documentId, viewer, feed, intake }: Place): Desk {
  const store = useStore(documentId)
  const all = useSyncExternalStore(
    useCallback(listener => store?.subscribe(listener) ?? (() => {}), [store]),
    () => store?.all() ?? nothing,
    () => nothing,
  )
  const viewerId = personIdOf(viewer)
  useOutbox(store, viewerId)

  useEffect(() => {
    for (const contribution of all) if (isShown(contribution, feed)) store?.remove(contribution.commandId)
  }, [all, feed, store])

  const own = useMemo(
    () => all.filter(({ author }) => author === null || author === viewerId),
    [all, viewerId],
  )
  const replies = useMemo(() => repliesIn(own), [own])
  return useMemo(
    () => ({
      contributions: own,
      repliesTo: id => replies.get(id) ?? nothing,
      start(words) {
        const draft = draftOf(words, { documentId, author: viewerId, intake })
        store?.put(draft)
        return draft
      },
      revise(contribution, words) {
        const revised = advance(contribution, { type: 'revised', commandId: newCommandId(), words })
        store?.put(revised, contribution.commandId)
        return revised
      },
      submit(contribution, words, author) {
        const revised = advance(contribution, { type: 'revised', commandId: newCommandId(), words })
        store?.put(advance(revised, { type: 'submitted', author }), contribution.commandId)
      },
      retry: contribution => store?.put(advance(contribution, { type: 'tried-again' })),
      discard: contribution => store?.remove(contribution.commandId),
    }),
    [documentId, intake, own, replies, store, viewerId],
  )
}

function repliesIn(contributions: readonly Contribution[]): Map<AnnotationId, Contribution[]> {
  const replies = new Map<AnnotationId, Contribution[]>()
  for (const contribution of contributions) {
    const { words } = contribution
    if (words.type !== 'reply') continue
    replies.set(words.annotationId, [...(replies.get(words.annotationId) ?? []), contribution])
  }
  return replies
}

function draftOf(words: Words, place: Pick<Contribution, 'documentId' | 'author' | 'intake'>): Contribution {
  const startedAt = new Date().toISOString()
  return { ...place, commandId: newCommandId(), startedAt, words, state: { type: 'draft' } }
}

function newCommandId(): CommandId {
  return CommandId.parse(crypto.randomUUID())
}

/** The store of this device; null on the server and until the page has come to life. */
function useStore(documentId: DocumentId): ContributionStore | null {
  const [store, setStore] = useState<ContributionStore | null>(null)
  useEffect(() => {
    const opened = openContributionStore(deviceStorage(), documentId)
    for (const contribution of opened.all())
      if (contribution.state.type === 'draft' && !saysSomething(contribution.words))
        opened.remove(contribution.commandId)
    const hear = ({ key }: StorageEvent) => opened.hearOfKey(key)
    window.addEventListener('storage', hear)
    setStore(opened)
    return () => window.removeEventListener('storage', hear)
  }, [documentId])
  return store
}

function deviceStorage(): DeviceStorage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

function useOutbox(store: ContributionStore | null, author: Contribution['author']) {
  const platform = usePlatform()
  useEffect(() => {
    if (store === null || author === null) return
    const outbox = startOutbox({ store, author, send: contribution => deliver(contribution, platform) })
    const unsubscribe = platform.realtime.onConnection(() => {
      if (platform.realtime.connection().type === 'online') outbox.connected()
    })
    return () => {
      unsubscribe()
      outbox.stop()
    }
  }, [author, platform, store])
}
