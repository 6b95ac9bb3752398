import type { Language } from '@randnotiz/contract/kit/wire-values'

/**
 * How a feature tells those to its right, which it must not import, that something happened. Each feature adds its
 * events to this table; a listener that fails is logged and disturbs neither the deed nor other listeners.
 */
export type DomainEvents = {
  'accounts/role-changed': { userId: string }
  'accounts/session-ended': { userId: string }
  /** Somebody has made an account. */
  'accounts/signed-up': { userId: string; language: Language }
  /** What a guest has written belongs to an account. May come again for the same two; whoever moves things says so when done. */
  'accounts/merged': { from: string; into: string }
  /**
   * Somebody wants to be forgotten, and cannot come back already. Whoever keeps something of theirs removes it or makes it
   * nobody's, and says so when done; may come again for the same person. `address` is that of an account.
   */
  'accounts/erased': { userId: string; address: string | null }
  /** The live text has changed since the last event, at most about once a second. */
  'documents/text-changed': { documentId: string }
  /** Somebody opened or left a document. */
  'documents/readers-changed': { documentId: string }
  /** A text has been published as a release. */
  'publishing/released': { documentId: string; number: number }
  /** A news item has become public. May come again after a crash. */
  'publishing/news-published': { newsId: string; processId: string }
  /** An annotation was added to a document or taken from it. */
  'annotations/count-changed': { documentId: string }
  /** Something about some annotations has changed, what is said about them elsewhere too. At most a portion at a time. */
  'annotations/changed': { documentId: string; annotationIds: readonly string[] }
  /** Staff have taken a proposed wording into the text. May come again after a crash. `at` is a moment in ISO 8601. */
  'annotations/proposal-accepted': {
    annotationId: string
    documentId: string
    blockIds: readonly string[]
    before: string
    after: string
    at: string
  }
  /**
   * The city has answered contributions of one document in public, in one go. May come again after a crash; `at` is a
   * moment in ISO 8601.
   */
  'answers/published': {
    publicationId: string
    processId: string
    documentId: string
    annotationIds: readonly string[]
    at: string
  }
}

type Listener<Event> = (event: Event) => void | Promise<void>
type Listeners = { [Name in keyof DomainEvents]: Set<Listener<DomainEvents[Name]>> }

export type EventBus = {
  emit<Name extends keyof DomainEvents>(name: Name, event: DomainEvents[Name]): void
  /** Resolves when every listener is done: with whether all of them succeeded. */
  emitAndWait<Name extends keyof DomainEvents>(name: Name, event: DomainEvents[Name]): Promise<boolean>
  /** Answers how to stop listening. */
  on<Name extends keyof DomainEvents>(name: Name, listener: Listener<DomainEvents[Name]>): () => void
}

export function createEventBus(log: { error(details: object, message: string): void }): EventBus {
  const listeners: Listeners = {
    'accounts/role-changed': new Set(),
    'accounts/session-ended': new Set(),
    'accounts/signed-up': new Set(),
    'accounts/merged': new Set(),
    'accounts/erased': new Set(),
    'documents/text-changed': new Set(),
    'documents/readers-changed': new Set(),
    'publishing/released': new Set(),
    'publishing/news-published': new Set(),
    'annotations/count-changed': new Set(),
    'annotations/changed': new Set(),
    'annotations/proposal-accepted': new Set(),
    'answers/published': new Set(),
  }
  async function emitAndWait<Name extends keyof DomainEvents>(
    name: Name,
    event: DomainEvents[Name],
  ): Promise<boolean> {
    const outcomes = [...listeners[name]].map(async listener => {
      try {
        await listener(event)
        return true
      } catch (error) {
        log.error({ error, event: name }, 'a listener failed')
        return false
      }
    })
    return (await Promise.all(outcomes)).every(Boolean)
  }
  return {
    emit: (name, event) => void emitAndWait(name, event),
    emitAndWait,
    on(name, listener) {
      listeners[name].add(listener)
      return () => void listeners[name].delete(listener)
    },
  }
}
