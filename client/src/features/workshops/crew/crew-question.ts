import type { WorkshopId } from '@randnotiz/contract/kit/ids'
import { getCrew } from '@randnotiz/contract/workshops/crew'
import { ask } from '../../../platform/question.js'

/** Who runs a workshop. */
export const crewQuestion = (workshopId: WorkshopId) => ask(getCrew, { params: { workshopId } })
