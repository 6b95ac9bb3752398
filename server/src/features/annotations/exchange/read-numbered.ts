import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { PublicContribution } from '@randnotiz/domain/annotations/exchange/public-contribution'
import type { DeedParts } from '../deeds/parts.js'
import { textOrderOf } from '../finding/text-order.js'
import { readUnbarred } from './read-contributions.js'

export type NumberedContribution = {
  contribution: PublicContribution
  /** Counts everything that was ever made to its text, from 1, so that it stays when others are withdrawn. */
  number: number
  /** The heading above it that everybody reads; null for the whole text. */
  chapter: string | null
}

type Parts = Pick<DeedParts, 'annotations' | 'view' | 'liveText' | 'readerText'>

/** Contributions of a text that everybody may read, in the order of the text, without bars. */
export async function readNumbered(parts: Parts, documentId: DocumentId): Promise<NumberedContribution[]> {
  const live = await parts.liveText(documentId)
  if (live === null) return []
  const contributions: PublicContribution[] = []
  for await (const some of readUnbarred(parts, documentId)) contributions.push(...some)
  const ids = await parts.annotations.idsOf(documentId)
  const numbers = new Map(ids.map((id, at) => [id, at + 1]))
  const order = textOrderOf(live, contributions, (await parts.readerText(documentId))?.outline ?? null)
  return contributions
    .map(contribution => ({
      contribution,
      number: numbers.get(contribution.id) ?? 0,
      chapter: order.chapterOf(contribution)?.text ?? null,
      offset: order.offsetOf(contribution),
    }))
    .toSorted((a, b) => a.offset - b.offset || a.number - b.number)
    .map(({ offset: _, ...numbered }) => numbered)
}
