/**
 * Drafts and unsent contributions of one document, kept on this device. Each has its own key, so that two open
 * windows never overwrite each other's; a window hears of the other's writing through the browser's storage event.
 *
 * What is being sent is kept too: found again after a crash it is waiting, and goes out under the same command id.
 * What was sent leaves the device at once and stays in memory only until the feed shows it.
 */
import type { CommandId, DocumentId } from '@randnotiz/contract/kit/ids'
import { Contribution } from './contribution.js'

export type ContributionStore = {
  /** Oldest first; the same array until something changes. */
  all(): readonly Contribution[]
  /** Adds it, or replaces the one that had the id `instead`. */
  put(contribution: Contribution, instead?: CommandId): void
  remove(commandId: CommandId): void
  subscribe(listener: () => void): () => void
  /** Another window has written under this key; null when it cleared everything. */
  hearOfKey(key: string | null): void
}

/** Enough of the browser's `Storage`; it may throw when it is full or forbidden. */
export type DeviceStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>

export const contributionPrefix = 'randnotiz.contribution.'

export function openContributionStore(
  storage: DeviceStorage | null,
  documentId: DocumentId,
): ContributionStore {
  const keyPrefix = `${contributionPrefix}${documentId}.`
  const listeners = new Set<() => void>()
  let known = readAll(storage, keyPrefix)

  function replace(next: Contribution[]) {
    known = next.sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
    for (const listener of listeners) listener()
  }

  return {
    all: () => known,
    put(contribution, instead = contribution.commandId) {
      const others = known.filter(({ commandId }) => commandId !== instead)
      if (instead !== contribution.commandId) forget(storage, keyPrefix + instead)
      keep(storage, keyPrefix, contribution)
      replace([...others, contribution])
    },
    remove(commandId) {
      forget(storage, keyPrefix + commandId)
      replace(known.filter(contribution => contribution.commandId !== commandId))
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    hearOfKey(key) {
      if (key !== null && !key.startsWith(keyPrefix)) return
      const inMemoryOnly = known.filter(({ state }) => state.type === 'sent')
      const here = new Map(known.map(contribution => [contribution.commandId, contribution]))
      const stored = readAll(storage, keyPrefix).map(other => {
        const own = here.get(other.commandId)
        return own?.state.type === 'sending' && other.state.type === 'waiting' ? own : other
      })
      replace([...inMemoryOnly, ...stored])
    },
  }
}

function readAll(storage: DeviceStorage | null, keyPrefix: string): Contribution[] {
  if (storage === null) return []
  const found: Contribution[] = []
  try {
    for (let number = 0; number < storage.length; number++) {
      const key = storage.key(number)
      if (key?.startsWith(keyPrefix)) found.push(...parse(storage.getItem(key)))
    }
  } catch {
    // A forbidden storage is an empty one.
  }
  return found.sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
}

function parse(text: string | null): Contribution[] {
  try {
    const parsed = Contribution.safeParse(JSON.parse(text ?? ''))
    return parsed.success ? [interrupted(parsed.data)] : []
  } catch {
    return []
  }
}

/** Nobody is waiting for the answer any more. */
function interrupted(contribution: Contribution): Contribution {
  const { state } = contribution
  if (state.type !== 'sending') return contribution
  return { ...contribution, state: { type: 'waiting', attempt: state.attempt, retryAfter: null } }
}

function keep(storage: DeviceStorage | null, keyPrefix: string, contribution: Contribution) {
  const key = keyPrefix + contribution.commandId
  if (contribution.state.type === 'sent') return forget(storage, key)
  try {
    storage?.setItem(key, JSON.stringify(contribution))
  } catch {
    // Full or forbidden: it lives as long as the page.
  }
}

function forget(storage: DeviceStorage | null, key: string) {
  try {
    storage?.removeItem(key)
  } catch {
    // Forbidden: nothing was kept.
  }
}
