import { type UserId, UserId as UserIdShape } from '@randnotiz/contract/kit/ids'
import type { MailQueue } from '../../../platform/mailer/mail-queue.js'
import type { Outbox } from '../../../platform/mailer/outbox-mailer.js'
import type { FollowStore } from './following/follow-store.js'
import type { SubscriberStore } from './following/subscriber-store.js'
import type { ContactStore } from './storage/contact-store.js'
import type { NoticeStore } from './storage/notice-store.js'

export type ForgetParts = {
  notices: NoticeStore
  contacts: ContactStore
  follows: FollowStore
  subscribers: SubscriberStore
  mails: MailQueue
  outbox: Outbox | null
}

/** What somebody was told, what they follow, where they are reached, and every mail to them. Done twice it is done once. */
export async function forgetPerson(
  parts: ForgetParts,
  { userId, address }: { userId: string; address: string | null },
): Promise<void> {
  const personId = UserIdShape.parse(userId)
  const { address: own } = await parts.contacts.of(personId)
  for (const to of new Set([address, own]))
    if (to !== null) {
      await parts.mails.forget({ to, keys: [`follow:${to}:`] })
      await parts.outbox?.forget(to)
      // The same address may follow by mail alone; whoever is forgotten is forgotten whole.
      const subscriber = await parts.subscribers.idOf(to)
      if (subscriber !== null) await forgetRecords(parts, subscriber)
    }
  await forgetRecords(parts, personId)
}

async function forgetRecords(parts: ForgetParts, id: UserId): Promise<void> {
  const { notices, contacts, follows, subscribers, mails } = parts
  const keys = ['notice', 'digest', 'confirm'].map(kind => `${kind}:${id}:`)
  await mails.forget({ to: null, keys })
  await follows.removeAll(id)
  await notices.removeAll(id)
  await contacts.remove(id)
  await subscribers.remove(id)
}
