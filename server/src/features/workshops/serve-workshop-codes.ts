import { JoinCode } from '@randnotiz/contract/workshops/hall'
import { Router } from 'express'
import { toString as codeFor } from 'qrcode'
import { sendRefusal } from '../../platform/http/answer.js'
import type { WorkshopParts } from './deeds/parts.js'

/**
 * QR codes that lead into a workshop, at `/qr/werkstatt/<code>.svg`. They say nothing but an address that follows from
 * the code, so nobody has to be asked whether there is such a workshop.
 */
export function serveWorkshopCodes({ joinAddress }: Pick<WorkshopParts, 'joinAddress'>): Router {
  const router = Router({ caseSensitive: true })
  router.get('/qr/werkstatt/:name', async (request, response) => {
    const code = JoinCode.safeParse(/^(.+)\.svg$/.exec(request.params.name)?.[1])
    if (!code.success) return sendRefusal(response, { code: 'request/unknown-address' })
    const svg = await codeFor(joinAddress(code.data), { type: 'svg', margin: 4, errorCorrectionLevel: 'M' })
    response.setHeader('Cache-Control', 'public, max-age=86400')
    response.type('image/svg+xml').send(svg)
  })
  return router
}
