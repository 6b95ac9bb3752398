import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { JobId } from '@randnotiz/contract/kit/ids'
import { refuse } from '@randnotiz/contract/kit/result'
import { Router } from 'express'
import { sendRefusal } from '../../../platform/http/answer.js'
import { askExporter } from './deeds/ask-exporter.js'
import { ownJob } from './deeds/own-job.js'
import type { ExportParts } from './parts.js'

/** Files that were asked for, at `/api/exports/<id>/file`: for whoever asked, as long as they may and until it expires. */
export function serveExportFiles(parts: ExportParts): Router {
  const router = Router({ caseSensitive: true })
  router.get('/api/exports/:jobId/file', async (request, response) => {
    const person = askExporter(await parts.viewerOf(request))
    if (!person.ok) return sendRefusal(response, person.refusal)
    const id = JobId.safeParse(request.params.jobId)
    const record = id.success ? await ownJob(parts, id.data, person.value) : null
    if (record?.state.status !== 'done') return sendRefusal(response, refuse('exports/unknown').refusal)
    const pieces = parts.jobs.read(record)
    if (pieces === null) return sendRefusal(response, refuse('exports/expired').refusal)
    const { name, type, bytes } = record.state.file
    response.attachment(name)
    response.setHeader('Content-Type', type)
    response.setHeader('Content-Length', bytes)
    response.setHeader('Cache-Control', 'private, no-store')
    response.setHeader('X-Content-Type-Options', 'nosniff')
    await pipeline(Readable.from(pieces), response).catch(error => {
      if (!response.destroyed) parts.log.error({ error }, 'a file broke off')
      response.destroy()
    })
  })
  return router
}
