import { WorkshopId } from '@randnotiz/contract/kit/ids'
import { getMinutes } from '@randnotiz/contract/workshops/minutes'
import { ask } from '../../../platform/question.js'

/** What no workshop can be called asks for one that there is not. */
export const minutesQuestion = (id: string) =>
  ask(getMinutes, {
    params: { workshopId: WorkshopId.safeParse(id).data ?? WorkshopId.parse('0'.repeat(24)) },
  })
