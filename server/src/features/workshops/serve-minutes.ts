import type { IncomingMessage } from 'node:http'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { WorkshopId } from '@randnotiz/contract/kit/ids'
import type { Minutes } from '@randnotiz/contract/workshops/minutes'
import { minutesPath } from '@randnotiz/contract/workshops/paths'
import { minutesCsv } from '@randnotiz/domain/workshops/minutes-csv'
import { type RequestHandler, type Response, Router } from 'express'
import { sendRefusal } from '../../platform/http/answer.js'
import { languageOf } from '../../platform/http/language.js'
import { wordType } from '../../platform/office/word-file.js'
import type { WorkshopParts } from './deeds/parts.js'
import { readMinutes } from './deeds/read-minutes.js'
import type { MinutesFiles, MinutesFormat } from './minutes/minutes-files.js'
import { minutesWords } from './minutes/minutes-words.js'

type Parts = WorkshopParts & {
  viewerOf(request: IncomingMessage): Promise<Viewer>
  /** A page of ours as people reach it from elsewhere. */
  linkTo(path: string): string
  files: MinutesFiles
}

const texts = {
  json: { type: 'application/json', write: (minutes: Minutes) => `${JSON.stringify(minutes, null, 2)}\n` },
  // With a mark at its beginning, without which spreadsheets take it for another alphabet.
  csv: { type: 'text/csv', write: (minutes: Minutes) => `\ufeff${minutesCsv(minutes)}` },
} as const

const types: Record<MinutesFormat, string> = { pdf: 'application/pdf', docx: wordType }

/**
 * Minutes as files at `/werkstatt/<id>/protokoll.` with `pdf`, `docx`, `csv` or `json`, for those who may read them; the
 * first two in the language that `?lang=` names, or that of the reader.
 */
export function serveMinutes(parts: Parts): Router {
  const router = Router({ caseSensitive: true })
  for (const format of ['json', 'csv'] as const)
    router.get(
      `/werkstatt/:id/protokoll.${format}`,
      forReaders(parts, async (minutes, response) => {
        const { type, write } = texts[format]
        response.attachment(`protokoll-${minutes.workshopId}.${format}`).type(`${type}; charset=utf-8`)
        response.send(write(minutes))
      }),
    )
  for (const format of ['pdf', 'docx'] as const)
    router.get(
      `/werkstatt/:id/protokoll.${format}`,
      forReaders(parts, (minutes, response) => sendPaper(parts, { minutes, format }, response)),
    )
  return router
}

type Send = (minutes: Minutes, response: Response) => Promise<unknown>

function forReaders(parts: Parts, send: Send): RequestHandler {
  return async (request, response) => {
    const id = WorkshopId.safeParse(request.params.id)
    if (!id.success) return sendRefusal(response, { code: 'workshops/unknown' })
    const minutes = await readMinutes(parts, id.data, await parts.viewerOf(request))
    if (!minutes.ok) return sendRefusal(response, minutes.refusal)
    response.setHeader('Cache-Control', 'no-store')
    await send(minutes.value, response)
  }
}

type Paper = { minutes: Minutes; format: MinutesFormat }

async function sendPaper(
  { files, linkTo }: Parts,
  { minutes, format }: Paper,
  response: Response,
): Promise<void> {
  const { language } = languageOf(response.req)
  const address = linkTo(minutesPath(minutes.workshopId))
  const file = await files.file({ minutes, format, language, address })
  if (file === null) return sendRefusal(response, { code: 'exports/no-printer' })
  response.attachment(`${minutesWords(language).file}-${minutes.workshopId}.${format}`)
  response.setHeader('Content-Type', types[format])
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.send(file)
}
