import type { Annotation, Reply } from '@randnotiz/contract/annotations/annotation'

export type WithWords<Written extends Annotation | Reply> = Written & { body: string }

/** A contribution whose words everybody may read, and of its replies those of which the same holds. */
export type PublicContribution = Omit<WithWords<Annotation>, 'replies'> & { replies: WithWords<Reply>[] }

/** Takes away whatever is held, hidden or withdrawn: no file and no list of ours tells that there was something. */
export function publicContributions(annotations: readonly Annotation[]): PublicContribution[] {
  return annotations
    .filter(hasWords)
    .map(annotation => ({ ...annotation, replies: annotation.replies.filter(hasWords) }))
}

function hasWords<Written extends Annotation | Reply>(written: Written): written is WithWords<Written> {
  return written.body !== null && written.publication.state === 'published'
}
