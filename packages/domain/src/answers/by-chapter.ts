import type { BlockId } from '@randnotiz/contract/kit/ids'
import type { CountedContribution, CountedProcess } from './process-numbers.js'

type Chapter = {
  document: CountedProcess['texts'][number]['document']
  /** Null, as is the heading, before the first heading and for the whole text. */
  blockId: BlockId | null
  heading: string | null
  contributions: readonly CountedContribution[]
}

/** The chapters that have contributions, in the order of the texts and their headings. */
export function byChapter(
  texts: CountedProcess['texts'],
  contributions: readonly CountedContribution[],
): Chapter[] {
  return texts.flatMap(({ document, chapters }) => {
    const here = contributions.filter(({ documentId }) => documentId === document.id)
    const under = new Map<BlockId | null, CountedContribution[]>([
      [null, []],
      ...chapters.map(({ blockId }): [BlockId, CountedContribution[]] => [blockId, []]),
    ])
    for (const contribution of here)
      (under.get(contribution.chapter?.blockId ?? null) ?? under.get(null))?.push(contribution)
    const headings = new Map<BlockId | null, string>(chapters.map(({ blockId, text }) => [blockId, text]))
    return [...under]
      .map(([blockId, some]) => ({
        document,
        blockId,
        heading: headings.get(blockId) ?? null,
        contributions: some,
      }))
      .filter(chapter => chapter.contributions.length > 0)
  })
}
