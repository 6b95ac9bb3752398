import { type ProcessId, WorkshopId } from '@randnotiz/contract/kit/ids'
import { getDesk, getInvitation, listWorkshops } from '@randnotiz/contract/workshops/endpoints'
import { JoinCode } from '@randnotiz/contract/workshops/hall'
import { ask } from '../../../platform/question.js'

export const workshopsQuestion = (processId: ProcessId) => ask(listWorkshops, { params: { processId } })

/** What no workshop can be called asks for one that there is not. */
export const deskQuestion = (id: string) =>
  ask(getDesk, { params: { workshopId: WorkshopId.safeParse(id).data ?? WorkshopId.parse('0'.repeat(24)) } })

/** Typed from a wall: small letters are the same code. */
export function invitationQuestion(code: string) {
  const read = JoinCode.safeParse(code.toUpperCase())
  return ask(getInvitation, { params: { code: read.data ?? JoinCode.parse('ZZZZZZ') } })
}
