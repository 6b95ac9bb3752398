import type { ProcessId } from '@randnotiz/contract/kit/ids'
import { listFollowUps } from '@randnotiz/contract/workshops/follow-ups'
import { ask } from '../../../platform/question.js'

/** What workshops of a process have left to be done. */
export const followUpsQuestion = (processId: ProcessId) => ask(listFollowUps, { params: { processId } })
