import type { CommandId } from '@randnotiz/contract/kit/ids'
import { expect, test } from 'vitest'
import { aContribution, memoryStorage } from '../testing/a-contribution.js'
import { aDocumentId, userId } from '../testing/an-annotation.js'
import { adoptDrafts } from './adopt-drafts.js'
import { openContributionStore } from './contribution-store.js'

test('what a guest has begun goes along into the account; what is somebody else’s stays theirs', () => {
  const storage = memoryStorage(new Map([['andere', 'keine Anmerkung']]))
  const store = openContributionStore(storage, aDocumentId)
  const own = { ...aContribution(), author: userId(1) }
  const other = { ...aContribution(), author: userId(3) }
  store.put(own)
  store.put(other)
  adoptDrafts(storage, userId(1), userId(2))
  const kept = openContributionStore(storage, aDocumentId).all()
  const authorOf = (id: CommandId) => kept.find(({ commandId }) => commandId === id)?.author
  expect([authorOf(own.commandId), authorOf(other.commandId)]).toEqual([userId(2), userId(3)])
  expect(storage.getItem('andere')).toBe('keine Anmerkung')
})
