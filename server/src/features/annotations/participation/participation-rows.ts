import { Annotation } from '@randnotiz/contract/annotations/annotation'
import { Publication, published } from '@randnotiz/contract/annotations/publication'
import { type DocumentId, UserId } from '@randnotiz/contract/kit/ids'
import { z } from 'zod'
import { stored } from '../../../platform/mongo/ids.js'
import type { AnnotationModels } from '../storage/models.js'
import { AnnotationRecord } from '../storage/record.js'

const written = {
  authorId: stored(UserId),
  createdAt: z.date(),
  publication: Publication.default(published),
}

/** What counting needs to know of a contribution; none of its words. */
const ParticipationRow = z.object({
  ...written,
  kind: Annotation.shape.kind,
  source: Annotation.shape.source,
  workshop: Annotation.shape.workshop,
  received: AnnotationRecord.shape.received,
  supporters: z.number().int().default(0),
  replies: z.array(z.object(written)).default([]),
})
export type ParticipationRow = z.output<typeof ParticipationRow>

const columns = {
  authorId: 1,
  createdAt: 1,
  publication: 1,
  kind: 1,
  source: 1,
  workshop: 1,
  received: 1,
  supporters: 1,
  'replies.authorId': 1,
  'replies.createdAt': 1,
  'replies.publication': 1,
} as const

/** Contributions of some texts that everybody may read, with the replies that everybody may read. */
export async function participationRows(
  { annotations }: Pick<AnnotationModels, 'annotations'>,
  documentIds: readonly DocumentId[],
): Promise<ParticipationRow[]> {
  const rows = await annotations.find({ documentId: { $in: documentIds } }, columns).lean()
  return rows
    .map(row => ParticipationRow.parse(row))
    .filter(isPublic)
    .map(row => ({ ...row, replies: row.replies.filter(isPublic) }))
}

const isPublic = ({ publication }: { publication: Publication }) => publication.state === 'published'
