import { z } from 'zod'
import { DocumentId, ProcessId, Slug } from '../kit/ids.js'
import { Language, LocalizedText } from '../kit/wire-values.js'
import { Cadence } from './notices.js'

/** What somebody can follow. Whoever follows a process hears of its news, its phases and the releases of all its texts. */
export const FollowSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('process'), id: ProcessId }),
  z.object({ kind: z.literal('document'), id: DocumentId }),
])
export type FollowSubject = z.infer<typeof FollowSubject>

/** The same as a list shows it. */
export const Followed = z.object({ subject: FollowSubject, slug: Slug, title: LocalizedText })
export type Followed = z.infer<typeof Followed>

/** How often mails come to somebody who has left nothing but an address. */
export const FollowCadence = Cadence.exclude(['never'])
export type FollowCadence = z.infer<typeof FollowCadence>

/** For whoever has no account. Nothing is kept before the owner of the address has said yes. */
export const FollowByMail = z.object({
  email: z.email().max(254),
  subject: FollowSubject,
  cadence: FollowCadence,
  language: Language,
})
export type FollowByMail = z.infer<typeof FollowByMail>

/** What somebody follows by mail alone, for whoever holds a link of one of those mails. */
export const MailFollowing = z.object({
  address: z.string(),
  cadence: Cadence,
  language: Language,
  followed: z.array(Followed),
})
export type MailFollowing = z.infer<typeof MailFollowing>
