import type { IncomingMessage } from 'node:http'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import {
  forgetSender,
  getIntakeItem,
  keepScan,
  listIntake,
  registerIntake,
  scanLimit,
  scanUploadType,
} from '@randnotiz/contract/annotations/intake'
import { IntakeItemId } from '@randnotiz/contract/kit/ids'
import { may } from '@randnotiz/domain/accounts/permissions'
import { Router } from 'express'
import type { Mount } from '../../../platform/http/endpoint-table.js'
import { forgetSender as forget } from './deeds/forget-sender.js'
import { keepScan as keep } from './deeds/keep-scan.js'
import { getIntakeItem as getItem, listIntake as list } from './deeds/list-intake.js'
import { registerIntake as register } from './deeds/register-intake.js'
import { numberOf } from './intake-store.js'
import type { IntakeParts } from './parts.js'

export function mountIntake(mount: Mount, parts: IntakeParts): void {
  mount(listIntake, ({ params, query }, { viewer }) =>
    list(parts, { slug: params.slug, before: query.before ?? null }, viewer),
  )
  mount(registerIntake, ({ params, body }, { viewer }) => register(parts, { ...params, ...body }, viewer))
  mount(getIntakeItem, ({ params }, { viewer }) => getItem(parts, params.itemId, viewer))
  mount(keepScan, ({ params, body }, { viewer }) => keep(parts, { ...params, bytes: body }, viewer), {
    limit: 'upload',
    file: { types: [scanUploadType], most: scanLimit },
    mayCall: viewer => may(viewer, 'annotation:intake'),
  })
  mount(forgetSender, ({ params }, { viewer }) => forget(parts, params.itemId, viewer))
}

export type ScanParts = Pick<IntakeParts, 'intake'> & { viewerOf(request: IncomingMessage): Promise<Viewer> }

const endings = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const

/**
 * Scans, for staff alone: as a file to keep, never as a page of ours, since a PDF can carry scripts. Everybody else finds
 * nothing there, as if there were none.
 */
export function serveScans({ intake, viewerOf }: ScanParts): Router {
  const router = Router()
  router.get('/arbeit/eingang/:itemId/scan', async (request, response, next) => {
    const id = IntakeItemId.safeParse(request.params.itemId)
    const allowed = id.success && may(await viewerOf(request), 'annotation:intake') === null
    const item = allowed ? await intake.byId(id.data) : null
    const bytes = item?.scan ? await intake.scanOf(item._id) : null
    if (!item?.scan || bytes === null) return next()
    response.setHeader('Cache-Control', 'private, no-store')
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
    response.attachment(`eingang-${numberOf(item)}.${endings[item.scan.type]}`)
    response.type(item.scan.type).send(bytes)
  })
  return router
}
