import type { ProcessId } from '@randnotiz/contract/kit/ids'
import { accept, refuse } from '@randnotiz/contract/kit/result'
import { followNumbers, unfollowNumbers } from '@randnotiz/contract/publishing/messages'
import type { Realtime } from '../../platform/realtime/realtime.js'
import type { DocumentsOf } from './documents-of.js'
import type { LiveNumbers } from './live-numbers.js'
import type { ProcessStore } from './process-store.js'

/** Everybody who sees the live numbers of a process. */
export const numbersRoom = (processId: ProcessId) => `numbers:${processId}`

export type NumbersParts = { processes: ProcessStore; documentsOf: DocumentsOf; numbers: LiveNumbers }

export function handleNumbers(realtime: Realtime, { processes, documentsOf, numbers }: NumbersParts): void {
  realtime.handle(followNumbers, async ({ processId }, caller) => {
    if ((await processes.byId(processId)) === null) return refuse('publishing/unknown-process')
    // Entered before they are read, so that no change falls between the two.
    await caller.enter(numbersRoom(processId))
    const documents = await documentsOf(processId)
    return accept(await numbers.of(documents.map(({ id }) => id)))
  })
  realtime.handle(unfollowNumbers, async ({ processId }, caller) => {
    await caller.leave(numbersRoom(processId))
    return accept(null)
  })
}
