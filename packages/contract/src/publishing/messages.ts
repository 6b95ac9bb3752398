import { z } from 'zod'
import { Nothing } from '../kit/endpoint.js'
import { ProcessId } from '../kit/ids.js'
import { announcement, command } from '../kit/message.js'
import { DocumentNumbers } from './numbers.js'

/** Follow the live numbers of a process; the acknowledgement carries them as they stand. */
export const followNumbers = command('numbers:follow', {
  payload: z.object({ processId: ProcessId }),
  reply: z.array(DocumentNumbers),
})

export const unfollowNumbers = command('numbers:unfollow', {
  payload: z.object({ processId: ProcessId }),
  reply: Nothing,
})

/** Only the documents whose numbers changed, at most once a second. */
export const numbersChanged = announcement(
  'numbers:changed',
  z.object({ processId: ProcessId, numbers: z.array(DocumentNumbers) }),
)
