import { linkKinds } from '@randnotiz/contract/annotations/links'
import { BlockId } from '@randnotiz/contract/kit/ids'
import { type RequestHandler, Router } from 'express'
import { toString as codeFor } from 'qrcode'
import { sendRefusal } from '../../../platform/http/answer.js'
import { findLinked, type LinkingParts } from './find-linked.js'

const unknown = { code: 'request/unknown-address' } as const

/** QR codes of paragraphs and contributions at `/qr/absatz/<text>/<id>.svg` and `/qr/anmerkung/<text>/<id>.svg`. */
export function serveCodes(parts: LinkingParts): Router {
  const router = Router({ caseSensitive: true })
  for (const [word, kind] of Object.entries(linkKinds)) router.get(`/qr/${word}/:slug/:name`, serve(kind))
  router.use('/qr', (_request, response) => sendRefusal(response, unknown))
  return router

  function serve(kind: (typeof linkKinds)[keyof typeof linkKinds]): RequestHandler {
    return async (request, response) => {
      const [, name] = /^(.+)\.svg$/.exec(String(request.params.name)) ?? []
      const id = BlockId.safeParse(name)
      if (!id.success) return sendRefusal(response, unknown)
      const linked = await findLinked(parts, { kind, slug: String(request.params.slug), id: id.data })
      if (!linked.ok) return sendRefusal(response, linked.refusal)
      // Four light modules all around, as the standard wants it; a tenth of the code may be worn off.
      const svg = await codeFor(linked.value.url, { type: 'svg', margin: 4, errorCorrectionLevel: 'M' })
      response.setHeader('Cache-Control', 'public, max-age=86400')
      response.type('image/svg+xml').send(svg)
    }
  }
}
