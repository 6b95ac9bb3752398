/**
 * What an archive says of a contribution beyond what everybody may read; staff get it, no public file has it. Words of
 * the model are not enough for it, so it is JSON under two names of our own: `rn:publication` and `rn:history`.
 */
import { z } from 'zod'
import { Pseudonym } from '../../accounts/viewer.js'
import { Moment } from '../../kit/wire-values.js'
import { Annotation } from '../annotation.js'
import { Attachment } from '../attachment.js'
import { AttachmentEntry } from '../attachment-history.js'
import { Publication } from '../publication.js'
import { Quote, TextRange } from '../target.js'
import { EarlierWording } from '../wordings.js'

/** A passage of a text of the archive: `text` is its IRI there. The range counts code points of it. */
export const ArchivedAnchor = z.object({ text: z.string().min(1), quote: Quote, range: TextRange })
export type ArchivedAnchor = z.infer<typeof ArchivedAnchor>

/** What somebody of the staff said about the place; `anchor` is null when they said that there is none any more. */
export const ArchivedAttachment = z.object({
  decision: z.enum(Attachment.options.map(option => option.shape.decision.value)),
  anchor: ArchivedAnchor.nullable(),
  from: AttachmentEntry.shape.from,
  reason: AttachmentEntry.shape.reason,
  by: Pseudonym,
  decidedAt: Moment,
})
export type ArchivedAttachment = z.infer<typeof ArchivedAttachment>

/** Everything oldest first. */
export const ArchivedHistory = z.object({
  edition: Annotation.shape.edition,
  wordings: z.array(EarlierWording),
  attachments: z.array(ArchivedAttachment),
})
export type ArchivedHistory = z.infer<typeof ArchivedHistory>

/** Decisions of moderators stay where they were made. */
export const ArchivedPublication = Publication.transform(
  (publication): Publication =>
    publication.state === 'hidden' ? { ...publication, decisionId: null } : publication,
)
