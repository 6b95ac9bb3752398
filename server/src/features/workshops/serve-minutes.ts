import type { IncomingMessage } from 'node:http'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { WorkshopId } from '@randnotiz/contract/kit/ids'
import type { Minutes } from '@randnotiz/contract/workshops/minutes'
import { minutesCsv } from '@randnotiz/domain/workshops/minutes-csv'
import { type RequestHandler, Router } from 'express'
import { sendRefusal } from '../../platform/http/answer.js'
import type { WorkshopParts } from './deeds/parts.js'
import { readMinutes } from './deeds/read-minutes.js'

type Parts = WorkshopParts & { viewerOf(request: IncomingMessage): Promise<Viewer> }

const formats = {
  json: { type: 'application/json', write: (minutes: Minutes) => `${JSON.stringify(minutes, null, 2)}\n` },
  // With a mark at its beginning, without which spreadsheets take it for another alphabet.
  csv: { type: 'text/csv', write: (minutes: Minutes) => `\ufeff${minutesCsv(minutes)}` },
} as const

/** Minutes as files at `/werkstatt/<id>/protokoll.json` and `.csv`, for those who may read them. */
export function serveMinutes(parts: Parts): Router {
  const router = Router({ caseSensitive: true })
  for (const format of ['json', 'csv'] as const)
    router.get(`/werkstatt/:id/protokoll.${format}`, serve(parts, format))
  return router
}

function serve(parts: Parts, format: keyof typeof formats): RequestHandler {
  return async (request, response) => {
    const id = WorkshopId.safeParse(request.params.id)
    if (!id.success) return sendRefusal(response, { code: 'workshops/unknown' })
    const minutes = await readMinutes(parts, id.data, await parts.viewerOf(request))
    if (!minutes.ok) return sendRefusal(response, minutes.refusal)
    const { type, write } = formats[format]
    response.setHeader('Cache-Control', 'no-store')
    response.attachment(`protokoll-${id.data}.${format}`).type(`${type}; charset=utf-8`)
    response.send(write(minutes.value))
  }
}
