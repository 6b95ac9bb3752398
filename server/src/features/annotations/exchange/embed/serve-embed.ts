import { openAddress } from '@randnotiz/contract/annotations/exchange/addresses'
import { Language } from '@randnotiz/contract/kit/wire-values'
import type { PublicContribution } from '@randnotiz/domain/annotations/exchange/public-contribution'
import type { Response, Router } from 'express'
import { limitReading } from '../../../../platform/http/open-access.js'
import { withPresentRanges } from '../../deeds/list-annotations.js'
import { isKnown } from '../open/is-known.js'
import { findWhole } from '../open/whole.js'
import { readContributions } from '../read-contributions.js'
import type { ServeParts } from '../serve-exports.js'
import { embedPage } from './embed-page.js'
import { embedStyle } from './embed-style.js'

/** More would make a frame on another site heavy; the whole page has them all. */
const mostNotes = 200

/** Texts with their notes for frames on other sites; the only pages of ours that may stand in one. */
export function serveEmbed(router: Router, parts: ServeParts): void {
  router.get('/embed/style.css', (_request, response) => {
    response.setHeader('Cache-Control', 'public, max-age=3600')
    response.type('text/css').send(embedStyle)
  })
  router.get('/embed/texte/:slug', limitReading(parts.limiter, 'open'), async (request, response, next) => {
    const whole = await findWhole(parts, 'documents', String(request.params.slug))
    const [document] = whole?.documents ?? []
    if (whole === null || document === undefined) return next()
    const language = Language.catch('de').parse(request.query.lang)
    letBeFramed(response)
    if (await isKnown(parts, { request, response, whole }, `embed ${language}`)) return
    const [live, reader] = await Promise.all([parts.liveText(document.id), parts.readerText(document.id)])
    if (live === null || reader === null) return next()
    const { shown, further } = await newestOf(readContributions(parts, document.id))
    const page = embedPage({
      language,
      title: whole.title[language],
      page: parts.siteAddress() + openAddress.reader(whole.slug),
      licence: parts.licence,
      html: reader.html,
      text: live.index.text,
      contributions: withPresentRanges(shown, live),
      further,
    })
    response.type('html').send(page)
  })
}

function letBeFramed(response: Response): void {
  response.removeHeader('X-Frame-Options')
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
  response.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
  )
}

type Newest = { shown: PublicContribution[]; further: number }

async function newestOf(all: AsyncIterable<PublicContribution[]>): Promise<Newest> {
  let shown: PublicContribution[] = []
  let total = 0
  for await (const some of all) {
    total += some.length
    shown = [...shown, ...some].slice(-mostNotes)
  }
  return { shown, further: total - shown.length }
}
