import { z } from 'zod'
import { endpoint, Nothing } from '../kit/endpoint.js'
import { CommandId, OutcomeId, ProcessId, WorkshopId } from '../kit/ids.js'
import { WorkshopOutcome } from './outcome.js'

/** A follow-up of a workshop that is over, as it lies at the desk where staff answer contributions. */
export const FollowUp = z.object({
  workshop: z.object({
    id: WorkshopId,
    title: z.string(),
    /** Whether its minutes can be read by everybody. */
    published: z.boolean(),
  }),
  outcome: WorkshopOutcome,
})
export type FollowUp = z.infer<typeof FollowUp>

/** Those of a process that are open, what is due first first. For whoever works on answers. */
export const listFollowUps = endpoint({
  name: 'listFollowUps',
  method: 'GET',
  path: '/api/processes/:processId/follow-ups',
  params: z.object({ processId: ProcessId }),
  response: z.array(FollowUp),
})

/** A follow-up is done, or is to be done again. Stands in the minutes at once. */
export const settleFollowUp = endpoint({
  name: 'settleFollowUp',
  method: 'POST',
  path: '/api/workshops/:workshopId/follow-ups/:outcomeId',
  params: z.object({ workshopId: WorkshopId, outcomeId: OutcomeId }),
  body: z.object({ commandId: CommandId, state: z.enum(['open', 'done']) }),
  response: Nothing,
})
