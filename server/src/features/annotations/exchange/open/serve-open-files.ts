import { openAddress, openDataRoot } from '@randnotiz/contract/annotations/exchange/addresses'
import { openApiDescription } from '@randnotiz/contract/annotations/exchange/open-api'
import { vocabulary } from '@randnotiz/contract/annotations/exchange/vocabulary'
import { TextStateId } from '@randnotiz/contract/kit/ids'
import { accept, refuse } from '@randnotiz/contract/kit/result'
import { Language } from '@randnotiz/contract/kit/wire-values'
import type { Request, RequestHandler, Response, Router } from 'express'
import { sendOpenResult, sendRefusal } from '../../../../platform/http/answer.js'
import { answerPreflight, limitReading } from '../../../../platform/http/open-access.js'
import { sendPieces } from '../../../../platform/http/send-pieces.js'
import type { ServeParts } from '../serve-exports.js'
import { type Asked, isKnown } from './is-known.js'
import { findWhole, type Whole } from './whole.js'
import { writeFeed } from './write-feed.js'
import { type OpenFile, openFiles } from './write-open-files.js'

/** Whole lists of contributions for everybody: of a document or of a process, as a table, as JSON, as JSON-LD, as a feed. */
export function serveOpenFiles(router: Router, parts: ServeParts): void {
  const reading = limitReading(parts.limiter, 'openFile')
  router.get(`${openDataRoot}/openapi.json`, reading, (_request, response) =>
    sendOpenResult(
      response,
      accept(openApiDescription({ address: parts.siteAddress(), licence: parts.licence })),
    ),
  )
  router.get(openAddress.vocabulary, reading, (_request, response) =>
    response.type('application/ld+json').send(JSON.stringify(vocabulary(), null, 2)),
  )
  router.get(`${openDataRoot}/texts/:textStateId`, reading, serveText(parts))
  for (const of of ['documents', 'processes'] as const) {
    for (const file of openFiles) {
      const path = `${openDataRoot}/${of}/:slug/annotations.${file.format}`
      router.options(path, answerPreflight)
      router.get(
        path,
        reading,
        serveWhole(parts, of, (request, response, whole) =>
          sendFile(parts, file, { request, response, whole }),
        ),
      )
    }
    const feed = `${openDataRoot}/${of}/:slug/feed.atom`
    router.options(feed, answerPreflight)
    router.get(
      feed,
      reading,
      serveWhole(parts, of, (request, response, whole) => sendFeed(parts, { request, response, whole })),
    )
  }
}

type Serve = (request: Request, response: Response, whole: Whole) => Promise<void>

function serveWhole(parts: ServeParts, of: 'documents' | 'processes', serve: Serve): RequestHandler {
  return async (request, response) => {
    const whole = await findWhole(parts, of, String(request.params.slug))
    if (whole === null)
      return sendRefusal(
        response,
        refuse(of === 'documents' ? 'documents/unknown' : 'publishing/unknown-process').refusal,
      )
    await serve(request, response, whole)
  }
}

async function sendFile(
  parts: ServeParts,
  file: OpenFile,
  { request, response, whole }: Asked,
): Promise<void> {
  if (await isKnown(parts, { request, response, whole }, file.format)) return
  response.setHeader('Content-Type', file.type)
  response.setHeader(
    'Content-Disposition',
    `${file.format === 'csv' ? 'attachment' : 'inline'}; filename="${whole.slug}.${file.format}"`,
  )
  await sendPieces(response, file.write(parts, whole), parts.log)
}

async function sendFeed(parts: ServeParts, asked: Asked): Promise<void> {
  const { request, response, whole } = asked
  const language = Language.catch('de').parse(request.query.lang)
  if (await isKnown(parts, asked, `atom ${language}`)) return
  response.setHeader('Content-Type', 'application/atom+xml; charset=utf-8')
  response.send(await writeFeed(parts, whole, language))
}

/** A text as somebody quoted it; it never changes. */
function serveText({ textStates }: ServeParts): RequestHandler {
  return async (request, response) => {
    const id = TextStateId.safeParse(request.params.textStateId)
    const state = id.success ? await textStates.find(id.data) : null
    if (state === null) return sendRefusal(response, refuse('annotations/unknown-text-state').refusal)
    if (!(await textStates.isPublic(state)))
      return sendRefusal(response, refuse('publishing/not-yet-public').refusal)
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    response.type('text/plain').send(state.text)
  }
}
