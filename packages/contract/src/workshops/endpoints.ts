import { z } from 'zod'
import { endpoint } from '../kit/endpoint.js'
import { CommandId, ProcessId, WorkshopId } from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'
import { Agenda } from './agenda.js'
import { Contribution, TypeCard } from './contributions.js'
import { DeskView } from './desk.js'
import { JoinCode, mostAtTable, TicketCode } from './hall.js'
import { Admission, SessionPhase, Setup } from './session.js'

/** A workshop in a list. */
export const WorkshopSummary = z.object({
  id: WorkshopId,
  code: JoinCode,
  title: z.string(),
  phase: SessionPhase,
  startsAt: Moment.nullable(),
  place: z.string(),
  rehearsal: z.boolean(),
})
export type WorkshopSummary = z.infer<typeof WorkshopSummary>

export const PlanWorkshop = z.object({ commandId: CommandId, setup: Setup, agenda: Agenda })
export type PlanWorkshop = z.infer<typeof PlanWorkshop>

export const planWorkshop = endpoint({
  name: 'planWorkshop',
  method: 'POST',
  path: '/api/workshops',
  body: PlanWorkshop,
  response: DeskView,
})

/** Those of a process that the viewer works in, newest first. */
export const listWorkshops = endpoint({
  name: 'listWorkshops',
  method: 'GET',
  path: '/api/processes/:processId/workshops',
  params: z.object({ processId: ProcessId }),
  response: z.array(WorkshopSummary),
})

/** Entry tickets to be printed. They can be read in this answer only; asked again, the same command makes new ones. */
export const issueTickets = endpoint({
  name: 'issueTickets',
  method: 'POST',
  path: '/api/workshops/:workshopId/tickets',
  params: z.object({ workshopId: WorkshopId }),
  body: z.object({
    commandId: CommandId,
    count: z.number().int().min(1).max(500),
    /** A lost ticket that the new one replaces: it opens nothing any more, and the new one is for as many people. */
    replaces: TicketCode.nullable(),
    /** For one person, or for a table: one device for so many people. */
    people: z.number().int().min(1).max(mostAtTable).default(1),
  }),
  response: z.object({ codes: z.array(TicketCode) }),
})

/** Until the workshop is over, also when the gathering is sealed: cards are typed in behind. */
export const typeCard = endpoint({
  name: 'typeCard',
  method: 'POST',
  path: '/api/workshops/:workshopId/cards',
  params: z.object({ workshopId: WorkshopId }),
  body: TypeCard,
  response: Contribution,
})

/** For somebody of the crew. */
export const getDesk = endpoint({
  name: 'getDesk',
  method: 'GET',
  path: '/api/workshops/:workshopId',
  params: z.object({ workshopId: WorkshopId }),
  response: DeskView,
})

/** What stands on the invitation; for everybody who has the code. */
export const Invitation = z.object({
  workshopId: WorkshopId,
  code: JoinCode,
  title: z.string(),
  invitation: z.string(),
  place: z.string(),
  startsAt: Moment.nullable(),
  admission: Admission,
  phase: SessionPhase,
  rehearsal: z.boolean(),
  /** The address that people type, in full. */
  joinAddress: z.string(),
})
export type Invitation = z.infer<typeof Invitation>

export const getInvitation = endpoint({
  name: 'getInvitation',
  method: 'GET',
  path: '/api/invitations/:code',
  params: z.object({ code: JoinCode }),
  response: Invitation,
})
