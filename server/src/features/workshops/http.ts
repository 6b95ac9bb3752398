import { getInvitation, listWorkshops, planWorkshop } from '@randnotiz/contract/workshops/endpoints'
import type { Mount } from '../../platform/http/endpoint-table.js'
import { listOwnWorkshops, readInvitation } from './deeds/list-workshops.js'
import type { WorkshopParts } from './deeds/parts.js'
import { planWorkshop as plan } from './deeds/plan-workshop.js'

export function mountWorkshops(mount: Mount, parts: WorkshopParts): void {
  mount(planWorkshop, ({ body }, { viewer }) => plan(parts, body, viewer))
  mount(listWorkshops, ({ params }, { viewer }) => listOwnWorkshops(parts, params.processId, viewer))
  mount(getInvitation, ({ params }) => readInvitation(parts, params.code))
}
