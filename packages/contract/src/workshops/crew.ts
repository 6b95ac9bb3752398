import { z } from 'zod'
import { endpoint } from '../kit/endpoint.js'
import { UserId, WorkshopId } from '../kit/ids.js'
import { CrewRole } from './session.js'

const colleague = { userId: UserId, name: z.string() }

/** Who runs a workshop, by name; and for its owner who else could. */
export const Crew = z.object({
  members: z.array(z.object({ ...colleague, role: CrewRole })),
  /** Everybody who works for the city and is not in it; empty for those who may not choose. */
  others: z.array(z.object(colleague)),
})
export type Crew = z.infer<typeof Crew>

/** For somebody of the crew. */
export const getCrew = endpoint({
  name: 'getCrew',
  method: 'GET',
  path: '/api/workshops/:workshopId/crew',
  params: z.object({ workshopId: WorkshopId }),
  response: Crew,
})
