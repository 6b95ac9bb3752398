import type { DocumentId } from '@randnotiz/contract/kit/ids'
import {
  type PublicContribution,
  publicContributions,
} from '@randnotiz/domain/annotations/exchange/public-contribution'
import { publicSight } from '@randnotiz/domain/annotations/moderation/sight'
import type { DeedParts } from '../deeds/parts.js'

const portion = 200

/**
 * All contributions of a document as everybody sees them, some at a time, in the order in which they came here.
 * Whatever leaves as a file or a list for programs is read here and nowhere else.
 */
export async function* readContributions(
  { annotations, view }: Pick<DeedParts, 'annotations' | 'view'>,
  documentId: DocumentId,
): AsyncGenerator<PublicContribution[]> {
  for (let last = null, more = true; more; ) {
    const records = await annotations.after(documentId, last, portion)
    last = records.at(-1)?._id ?? null
    more = records.length === portion
    const standing = publicContributions(await view(records, publicSight))
    if (standing.length > 0) yield standing
  }
}
