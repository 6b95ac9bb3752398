import type { ChangeLink } from '@randnotiz/contract/publishing/comparison'
import { mayRead, publicSight } from '@randnotiz/domain/annotations/moderation/sight'
import type { AnnotationRecord } from './storage/record.js'

/** The proposals that changed a text, of those that everybody may read, in the order in which they were accepted. */
export function acceptedProposals(records: readonly AnnotationRecord[]): ChangeLink[] {
  return records
    .flatMap((record): ChangeLink[] => {
      const { _id: annotationId, kind, proposal, target } = record
      if (proposal?.status !== 'accepted' || !mayRead(publicSight, record)) return []
      const quote = target.kind === 'passage' ? target.quote.exact : null
      return [{ annotationId, kind, quote, blockIds: proposal.blockIds, at: proposal.at }]
    })
    .sort((a, b) => a.at.localeCompare(b.at))
}
