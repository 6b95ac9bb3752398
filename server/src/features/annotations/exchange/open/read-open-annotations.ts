import type { OpenAnnotation, OpenAnnotationPage } from '@randnotiz/contract/annotations/exchange/open-data'
import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import type { AnnotationId, Slug } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { codePointsOf } from '@randnotiz/domain/annotations/exchange/code-points'
import { openAnnotation } from '@randnotiz/domain/annotations/exchange/open-annotation'
import type { PublicContribution } from '@randnotiz/domain/annotations/exchange/public-contribution'
import { withPresentRanges } from '../../deeds/list-annotations.js'
import type { DeedParts } from '../../deeds/parts.js'
import { contributionsForFiles, readContributions } from '../read-contributions.js'

type Parts = Pick<
  DeedParts,
  'annotations' | 'view' | 'readBlackenings' | 'liveText' | 'documentBySlug' | 'documentById' | 'siteAddress'
>
type Document = Pick<DocumentSummary, 'id' | 'slug'>

export type OpenQuestion = { slug: Slug; after?: AnnotationId | undefined; limit: number }

/** A page of contributions, oldest first. What nobody may read is passed over, so a page may be shorter than asked for. */
export async function readOpenAnnotations(
  parts: Parts,
  { slug, after, limit }: OpenQuestion,
): Promise<Result<OpenAnnotationPage>> {
  const document = await parts.documentBySlug(slug)
  if (document === null) return refuse('documents/unknown')
  const records = await parts.annotations.after(document.id, after ?? null, limit)
  const standing = await contributionsForFiles(parts, records)
  return accept({
    items: await opened(parts, document, standing),
    next: records.length === limit ? (records.at(-1)?._id ?? null) : null,
  })
}

export async function readOpenAnnotation(parts: Parts, id: AnnotationId): Promise<Result<OpenAnnotation>> {
  const record = await parts.annotations.byId(id)
  const [contribution] = record ? await contributionsForFiles(parts, [record]) : []
  const document = contribution && (await parts.documentById(contribution.target.documentId))
  const [annotation] = document ? await opened(parts, document, [contribution]) : []
  return annotation ? accept(annotation) : refuse('annotations/unknown')
}

/** All contributions of some documents, some at a time. */
export async function* streamOpenAnnotations(
  parts: Parts,
  documents: readonly Document[],
): AsyncGenerator<OpenAnnotation[]> {
  for (const document of documents)
    for await (const some of readContributions(parts, document.id)) yield opened(parts, document, some)
}

async function opened(
  { liveText, siteAddress }: Parts,
  { id, slug }: Document,
  contributions: PublicContribution[],
): Promise<OpenAnnotation[]> {
  const live = await liveText(id)
  if (live === null) return []
  const context = { base: siteAddress(), slug, codePoints: codePointsOf(live.index.text) }
  return withPresentRanges(contributions, live).map(one => openAnnotation(one, context))
}
