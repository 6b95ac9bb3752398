import type { HoldReason, Publication } from '@randnotiz/contract/annotations/publication'

/**
 * What becomes of a contribution whose author has changed its words. Public words that meet a rule now are looked at;
 * what waits goes on waiting; what was hidden until it is changed is looked at again. Null when nothing changes.
 */
export function publicationAfterEdit(
  publication: Publication,
  { reasons, now }: { reasons: readonly HoldReason[]; now: Date },
): Publication | null {
  const since = now.toISOString()
  switch (publication.state) {
    case 'published':
      return reasons.length === 0 ? null : { state: 'held', since, reasons: [...reasons] }
    case 'held':
      return publication.reasons.some(({ rule }) => rule === 'edited')
        ? null
        : { ...publication, reasons: [...publication.reasons, { rule: 'edited' }] }
    case 'hidden':
      return publication.duration.lasts === 'until-edited'
        ? { state: 'held', since, reasons: [...reasons, { rule: 'edited' }] }
        : null
    case 'withdrawn':
      return null
  }
}
