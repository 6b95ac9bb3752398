/** What our own archives say beyond the Web Annotation model. Whatever is not as we write it counts as not said. */
import { WorkshopMark } from '@randnotiz/contract/annotations/annotation'
import { ArchivedHistory, ArchivedPublication } from '@randnotiz/contract/annotations/exchange/archived'
import { type Publication, published } from '@randnotiz/contract/annotations/publication'
import { Source } from '@randnotiz/contract/annotations/source'
import { codePointsOf, fromCodePoints } from './code-points.js'
import { type IncomingAuthor, type IncomingHistory, noHistory, readable } from './incoming.js'
import { locateQuote } from './locate-quote.js'
import type { LooseObject } from './loose-json.js'
import type { WebAnnotationFile } from './web-annotation-items.js'

export function publicationIn(item: LooseObject): Publication {
  const publication = ArchivedPublication.safeParse(item['rn:publication'])
  return publication.success ? publication.data : published
}

/** Number of the release that was read there. */
export function releaseIn(item: LooseObject): number | null {
  const release = Source.shape.release.safeParse(item['rn:release'])
  return release.success ? release.data : null
}

export function workshopIn(item: LooseObject): WorkshopMark | null {
  const workshop = WorkshopMark.safeParse(item['rn:workshop'])
  return workshop.success ? workshop.data : null
}

type HistoryContext = { file: WebAnnotationFile; authorNamed(name: string): IncomingAuthor }

export function historyIn(item: LooseObject, { file, authorNamed }: HistoryContext): IncomingHistory {
  const history = ArchivedHistory.safeParse(item['rn:history'])
  if (!history.success) return noHistory
  const { edition, wordings, attachments } = history.data
  return {
    edition,
    wordings: wordings.map(wording => ({ ...wording, body: readable(wording.body) })),
    attachments: attachments.map(({ anchor, by, reason, ...told }) => ({
      ...told,
      reason: readable(reason),
      by: authorNamed(by),
      place: anchor && placeOf(anchor, file),
    })),
  }
}

type Anchor = NonNullable<ArchivedHistory['attachments'][number]['anchor']>

function placeOf({ text: name, quote, range }: Anchor, { texts }: WebAnnotationFile) {
  const included = texts.get(name)
  const text = included === undefined || included.excerpt ? null : included.value
  const found =
    text === null ? null : locateQuote(text, quote, fromCodePoints(codePointsOf(text), range.start))
  const origin = text !== null && found !== null ? { text, range: found } : null
  return { kind: 'passage', quote, origin } as const
}
