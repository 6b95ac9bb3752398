import type { Annotation, Reply } from '@randnotiz/contract/annotations/annotation'
import type { ArchivedHistory } from '@randnotiz/contract/annotations/exchange/archived'
import type { WebAnnotation, WebContribution } from '@randnotiz/contract/annotations/exchange/web-annotation'
import type { Publication } from '@randnotiz/contract/annotations/publication'
import type { PublicContribution, WithWords } from './public-contribution.js'
import { type ExportPlace, toWebAnnotations } from './to-web-annotation.js'

/** What an archive says of a contribution beyond what everybody may read. */
export type Archived = {
  annotation: PublicContribution
  history: ArchivedHistory
  present: NonNullable<WebContribution['rn:present']> | null
}

/** All whose words whoever archives may read, in whichever state they are. */
export function archivedContributions(annotations: readonly Annotation[]): PublicContribution[] {
  return annotations
    .filter(hasWords)
    .map(annotation => ({ ...annotation, replies: annotation.replies.filter(hasWords) }))
}

function hasWords<Written extends Annotation | Reply>(written: Written): written is WithWords<Written> {
  return written.body !== null
}

/** A contribution for an archive, with its replies behind it. */
export function toArchivedAnnotations(
  { annotation, history, present }: Archived,
  place: ExportPlace,
): WebAnnotation[] {
  const { edition, wordings, attachments } = history
  const isPlain = edition === 1 && wordings.length === 0 && attachments.length === 0
  return toWebAnnotations({ ...annotation, answer: null }, place).map((item, position): WebAnnotation => {
    if (item.motivation === 'assessing') return item
    if (item.motivation === 'replying')
      return { ...item, ...stateOf(annotation.replies[position - 1]?.publication) }
    return {
      ...item,
      ...stateOf(annotation.publication),
      ...(isPlain ? {} : { 'rn:history': history }),
      ...(annotation.workshop === null ? {} : { 'rn:workshop': annotation.workshop }),
      ...(present === null ? {} : { 'rn:present': present }),
    }
  })
}

/** Nothing for what is public; a moderator's decision is named by an id that means nothing elsewhere. */
function stateOf(publication: Publication | undefined) {
  if (publication === undefined || publication.state === 'published') return {}
  const told = publication.state === 'hidden' ? { ...publication, decisionId: null } : publication
  return { 'rn:publication': told }
}
