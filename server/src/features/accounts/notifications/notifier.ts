import { noticeAdded } from '@randnotiz/contract/accounts/messages'
import { type MailAddress, type Notice, NoticeEvent } from '@randnotiz/contract/accounts/notices'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { cadenceOf, chosenKindOf } from '@randnotiz/domain/accounts/mail-cadence'
import type { Clock } from '../../../platform/clock.js'
import type { MailQueue } from '../../../platform/mailer/mail-queue.js'
import type { Realtime } from '../../../platform/realtime/realtime.js'
import type { TokenSigner } from '../../../platform/signed-token.js'
import { composeMail, fill, mailTexts } from './mails/compose-mail.js'
import { noticeContent } from './mails/notice-mail.js'
import type { Contact, ContactStore } from './storage/contact-store.js'
import type { NoticeStore } from './storage/notice-store.js'
import { manageToken, unsubscribeToken } from './tokens.js'

/** What notifying is done with. */
export type NotifierParts = {
  notices: NoticeStore
  contacts: ContactStore
  mails: MailQueue
  realtime: Pick<Realtime, 'announce'>
  tokens: TokenSigner
  /** An account's own address; null for whoever has none. */
  emailOf(personId: UserId): Promise<string | null>
  linkTo(path: string): string
  clock: Clock
}

export const noticesRoom = (personId: UserId) => `notices:${personId}`

/**
 * Tells a person what happened: in the page at once, and by mail as they have chosen. `key` names the event; told again
 * under the same key, after a crash or by another instance, nobody hears it twice.
 */
export async function tell(
  parts: NotifierParts,
  { personId, key, event }: { personId: UserId; key: string; event: NoticeEvent },
): Promise<void> {
  const createdAt = parts.clock.now()
  const notice = await parts.notices.add({ personId, key, event: NoticeEvent.parse(event), createdAt })
  if (notice !== null) announce(parts, personId, notice)
  const contact = await parts.contacts.of(personId)
  if (cadenceOf(event, contact) !== 'at-once') return
  const address = await confirmedAddress(parts, contact)
  // Also when the notice was there: the process may have died between the two.
  if (address !== null)
    await parts.mails.enqueue(`notice:${personId}:${key}`, mailOf(parts, { event, contact, address }))
}

function announce({ realtime }: NotifierParts, personId: UserId, notice: Notice): void {
  realtime.announce(noticeAdded, noticesRoom(personId), { notice })
}

/** Where a person gets mails, and whether they have said that it is theirs. */
export async function addressOf(
  { emailOf }: Pick<NotifierParts, 'emailOf'>,
  contact: Contact,
): Promise<MailAddress> {
  const address = contact.address ?? (await emailOf(contact._id))
  if (address === null) return { state: 'none' }
  return { state: contact.confirmedAt === null ? 'unconfirmed' : 'confirmed', address }
}

export async function confirmedAddress(parts: NotifierParts, contact: Contact): Promise<string | null> {
  const mail = await addressOf(parts, contact)
  return mail.state === 'confirmed' ? mail.address : null
}

type MailParts = { event: NoticeEvent; contact: Contact; address: string }

function mailOf(parts: NotifierParts, { event, contact, address }: MailParts) {
  const { language } = contact
  const chosen = chosenKindOf(event)
  const texts = mailTexts[language]
  const out =
    chosen && parts.linkTo(`/abbestellen?token=${unsubscribeToken(parts.tokens, contact, [chosen])}`)
  const footer = out ? [fill(texts.unsubscribe, { url: out })] : [texts.always]
  const settings = fill(texts.settings, { url: settingsLink(parts, contact) })
  const content = noticeContent(event, { language, linkTo: parts.linkTo })
  return {
    to: address,
    ...composeMail({ ...content, footer: [...footer, settings] }),
    ...(out ? { headers: unsubscribeHeaders(out) } : {}),
  }
}

/** Where somebody changes what they get: signed in, or by the link alone for whoever is nothing but an address. */
export function settingsLink({ linkTo, tokens }: NotifierParts, { _id, subscriber }: Contact): string {
  return linkTo(subscriber ? `/abonnement?token=${manageToken(tokens, _id)}` : '/benachrichtigungen')
}

/** RFC 8058: a mail program takes somebody off the list by itself. */
export const unsubscribeHeaders = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})
