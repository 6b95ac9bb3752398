import type { IncomingMessage } from 'node:http'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { openAddress } from '@randnotiz/contract/annotations/exchange/addresses'
import { webAnnotationMediaType } from '@randnotiz/contract/annotations/exchange/web-annotation'
import { Slug } from '@randnotiz/contract/kit/ids'
import { refuse } from '@randnotiz/contract/kit/result'
import { deskSightOf } from '@randnotiz/domain/annotations/moderation/sight'
import { type RequestHandler, Router } from 'express'
import { sendRefusal } from '../../../platform/http/answer.js'
import { sendPieces } from '../../../platform/http/send-pieces.js'
import type { RateLimiter } from '../../../platform/limits/rate-limiter.js'
import type { DeedParts } from '../deeds/parts.js'
import { serveEmbed } from './embed/serve-embed.js'
import { serveOpenFiles } from './open/serve-open-files.js'
import { writeWebAnnotations } from './write-web-annotations.js'

export type ServeParts = DeedParts & {
  viewerOf(request: IncomingMessage): Promise<Viewer>
  limiter: Pick<RateLimiter, 'take'>
  log: { error(details: object, message: string): void }
}

/** Contributions as files. */
export function serveExports(parts: ServeParts): Router {
  const router = Router({ caseSensitive: true })
  router.get('/api/documents/:slug/archive.jsonld', serveArchive(parts))
  serveOpenFiles(router, parts)
  serveEmbed(router, parts)
  return router
}

/**
 * All contributions of a document with the names of their authors, their past and the texts they quote, for staff. What
 * is held, hidden or taken back is there for those who moderate; what is black is black here too. What the city has said
 * is in the open data: an archive is read by other towns, which answer for themselves.
 */
function serveArchive(parts: ServeParts): RequestHandler {
  return async (request, response) => {
    const document = await parts.documentBySlug(String(request.params.slug))
    if (document === null) return sendRefusal(response, refuse('documents/unknown').refusal)
    const viewer = await parts.viewerOf(request)
    const allowed = await parts.askPermission(viewer, 'exchange', document.id)
    if (!allowed.ok) return sendRefusal(response, allowed.refusal)
    const base = parts.siteAddress()
    const slug = Slug.parse(document.slug)
    response.setHeader('Cache-Control', 'private, no-store')
    response.setHeader('Content-Type', webAnnotationMediaType)
    response.attachment(`${slug}.jsonld`).setHeader('Content-Type', webAnnotationMediaType)
    const wanted = {
      id: base + openAddress.archive(slug),
      label: document.title.de,
      base,
      names: 'named',
      licence: parts.licence,
      documents: [document],
      archive: { sight: deskSightOf(viewer) },
    } as const
    await sendPieces(response, writeWebAnnotations(parts, wanted), parts.log)
  }
}
