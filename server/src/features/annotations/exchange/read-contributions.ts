import type { DocumentId } from '@randnotiz/contract/kit/ids'
import {
  type PublicContribution,
  publicContributions,
} from '@randnotiz/domain/annotations/exchange/public-contribution'
import { unbarredSight } from '@randnotiz/domain/annotations/moderation/sight'
import { blackenedForFile } from '@randnotiz/domain/answers/synopsis/blackened-annotation'
import type { DeedParts } from '../deeds/parts.js'
import type { AnnotationRecord } from '../storage/record.js'

const portion = 200

type Parts = Pick<DeedParts, 'annotations' | 'view' | 'readBlackenings'>

/**
 * All contributions of a document as everybody sees them, some at a time, in the order in which they came here.
 * Whatever leaves as a file or a list for programs is read here and nowhere else.
 */
export async function* readContributions(
  parts: Parts,
  documentId: DocumentId,
): AsyncGenerator<PublicContribution[]> {
  for await (const records of recordsOf(parts, documentId)) {
    const standing = await contributionsForFiles(parts, records)
    if (standing.length > 0) yield standing
  }
}

/** Those of some records that everybody may read, with bars in all that was blackened, their quotes too. */
export async function contributionsForFiles(
  { view, readBlackenings }: Parts,
  records: AnnotationRecord[],
): Promise<PublicContribution[]> {
  const blackenings = await readBlackenings(records.map(({ _id }) => _id))
  const annotations = await view(records, unbarredSight)
  return publicContributions(
    annotations.map(annotation => blackenedForFile(annotation, blackenings.get(annotation.id) ?? null)),
  )
}

/** The same without bars, for whoever has to know what they hide. */
export async function* readUnbarred(
  parts: Pick<Parts, 'annotations' | 'view'>,
  documentId: DocumentId,
): AsyncGenerator<PublicContribution[]> {
  for await (const records of recordsOf(parts, documentId)) {
    const standing = publicContributions(await parts.view(records, unbarredSight))
    if (standing.length > 0) yield standing
  }
}

async function* recordsOf(
  { annotations }: Pick<Parts, 'annotations'>,
  documentId: DocumentId,
): AsyncGenerator<AnnotationRecord[]> {
  for (let last = null, more = true; more; ) {
    const records = await annotations.after(documentId, last, portion)
    last = records.at(-1)?._id ?? null
    more = records.length === portion
    yield records
  }
}
