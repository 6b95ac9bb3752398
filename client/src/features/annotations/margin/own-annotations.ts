import type { Annotating } from '../annotating.js'
import type { OwnAnnotation } from './margin-items.js'

/** The viewer's annotations that are on their way, with where their passages start in the text as it is now. */
export function ownAnnotations({
  desk,
  passages,
}: Pick<Annotating, 'desk' | 'passages' | 'version'>): OwnAnnotation[] {
  return desk.contributions.flatMap((contribution): OwnAnnotation[] => {
    const { words } = contribution
    if (words.type !== 'annotation') return []
    if (words.passage === null) return [{ contribution, words, start: null }]
    const renewed = passages?.renew(words.passage)
    const found = renewed !== undefined && renewed.type !== 'lost' ? renewed.claim.range : words.passage.range
    return [{ contribution, words, start: found.start }]
  })
}
