import { getCrew } from '@randnotiz/contract/workshops/crew'
import {
  getDesk,
  getInvitation,
  issueTickets,
  listWorkshops,
  planWorkshop,
  typeCard,
} from '@randnotiz/contract/workshops/endpoints'
import { listFollowUps, settleFollowUp } from '@randnotiz/contract/workshops/follow-ups'
import { getMinutes } from '@randnotiz/contract/workshops/minutes'
import { getPassage } from '@randnotiz/contract/workshops/passage'
import { askForResults, confirmResults, forgetResults } from '@randnotiz/contract/workshops/results-mail'
import { getTextResults } from '@randnotiz/contract/workshops/text-results'
import type { Mount } from '../../platform/http/endpoint-table.js'
import { readCrew } from './deeds/crew.js'
import { listFollowUps as listOpen, settleFollowUp as settle } from './deeds/follow-ups.js'
import { issueTickets as issue } from './deeds/issue-tickets.js'
import { listOwnWorkshops, readInvitation } from './deeds/list-workshops.js'
import { openDesk } from './deeds/open-desk.js'
import type { WorkshopParts } from './deeds/parts.js'
import { planWorkshop as plan } from './deeds/plan-workshop.js'
import { readMinutes } from './deeds/read-minutes.js'
import { readPassage } from './deeds/read-passage.js'
import { KnownTextResults } from './deeds/read-text-results.js'
import { typeCard as card } from './deeds/type-card.js'
import {
  askForResults as askResults,
  confirmResults as confirm,
  forgetResults as forget,
} from './results-mail/ask-for-results.js'

export function mountWorkshops(mount: Mount, parts: WorkshopParts): void {
  const textResults = new KnownTextResults()
  mount(planWorkshop, ({ body }, { viewer }) => plan(parts, body, viewer))
  mount(listWorkshops, ({ params }, { viewer }) => listOwnWorkshops(parts, params.processId, viewer))
  mount(getDesk, ({ params }, { viewer }) => openDesk(parts, params.workshopId, viewer))
  mount(issueTickets, ({ params, body }, { viewer }) => issue(parts, { ...params, ...body }, viewer))
  mount(getPassage, ({ params, query }) =>
    readPassage(parts, { ...params, block: query.block, annotation: query.annotation }),
  )
  mount(getMinutes, ({ params }, { viewer }) => readMinutes(parts, params.workshopId, viewer))
  mount(listFollowUps, ({ params }, { viewer }) => listOpen(parts, params.processId, viewer))
  mount(settleFollowUp, ({ params, body }, { viewer }) => settle(parts, { ...params, ...body }, viewer))
  mount(getTextResults, ({ params }) => textResults.read(parts, params.documentId))
  mount(typeCard, ({ params, body }, { viewer }) => card(parts, { ...params, ...body }, viewer))
  mount(getCrew, ({ params }, { viewer }) => readCrew(parts, params.workshopId, viewer))
  mount(askForResults, ({ params, body }) => askResults(parts, { ...params, ...body }), { proof: 'always' })
  mount(confirmResults, ({ body }) => confirm(parts, body.token))
  mount(forgetResults, ({ body }) => forget(parts, body.token))
  mount(getInvitation, ({ params }) => readInvitation(parts, params.code))
}
