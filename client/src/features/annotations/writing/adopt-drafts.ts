import type { UserId } from '@randnotiz/contract/kit/ids'
import { Contribution } from './contribution.js'
import { contributionPrefix, type DeviceStorage } from './contribution-store.js'

/**
 * A guest has gone into an account: what they had begun to write on this device goes along, and so does what is still
 * to be sent. Its command id stays: the server has moved what had arrived already.
 */
export function adoptDrafts(storage: DeviceStorage, from: UserId, into: UserId): void {
  const keys = Array.from({ length: storage.length }, (_, number) => storage.key(number))
  for (const key of keys) {
    if (!key?.startsWith(contributionPrefix)) continue
    const draft = parse(storage.getItem(key))
    if (draft?.author === from) storage.setItem(key, JSON.stringify({ ...draft, author: into }))
  }
}

function parse(text: string | null): Contribution | null {
  try {
    return Contribution.safeParse(JSON.parse(text ?? '')).data ?? null
  } catch {
    return null
  }
}
