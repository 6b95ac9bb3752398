import {
  changeDocumentFrame,
  changeProcess,
  getProcessDesk,
  orderDocuments,
} from '@randnotiz/contract/publishing/settings-endpoints'
import type { Mount } from '../../../platform/http/endpoint-table.js'
import { changeDocumentFrame as changeFrame } from './deeds/change-document-frame.js'
import { changeProcess as change } from './deeds/change-process.js'
import { getProcessDesk as getDesk } from './deeds/get-process-desk.js'
import { orderDocuments as order } from './deeds/order-documents.js'
import type { SettingsParts } from './parts.js'

export function mountSettings(mount: Mount, parts: SettingsParts): void {
  mount(getProcessDesk, ({ params }, { viewer }) => getDesk(parts, params.slug, viewer))
  mount(changeProcess, ({ params, body }, { viewer }) => change(parts, { ...params, ...body }, viewer))
  mount(orderDocuments, ({ params, body }, { viewer }) => order(parts, { ...params, ...body }, viewer))
  mount(changeDocumentFrame, ({ params, body }, { viewer }) =>
    changeFrame(parts, { ...params, ...body }, viewer),
  )
}
