import { followNotices } from '@randnotiz/contract/accounts/messages'
import type { NoticeEvent } from '@randnotiz/contract/accounts/notices'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { UserId as UserIdShape } from '@randnotiz/contract/kit/ids'
import { accept, refuse } from '@randnotiz/contract/kit/result'
import { nextDigest } from '@randnotiz/domain/accounts/mail-cadence'
import type { Connection } from 'mongoose'
import type { Clock } from '../../../platform/clock.js'
import type { EventBus } from '../../../platform/domain-events.js'
import type { Mount } from '../../../platform/http/endpoint-table.js'
import type { RateLimiter } from '../../../platform/limits/rate-limiter.js'
import type { MailQueue } from '../../../platform/mailer/mail-queue.js'
import type { Outbox } from '../../../platform/mailer/outbox-mailer.js'
import type { Realtime } from '../../../platform/realtime/realtime.js'
import type { Scheduler } from '../../../platform/schedule/scheduler.js'
import type { TokenSigner } from '../../../platform/signed-token.js'
import { confirmByMail } from './deeds/confirm-by-mail.js'
import { listNotices } from './deeds/list-notices.js'
import { sendDigests } from './digest.js'
import { FollowStore } from './following/follow-store.js'
import { mountFollowing } from './following/http.js'
import { followingModels } from './following/models.js'
import type { NameSubject } from './following/parts.js'
import { SubscriberStore } from './following/subscriber-store.js'
import { type Tidings, tellFollowers } from './following/tell-followers.js'
import { forgetPerson } from './forget-person.js'
import { mountNotifications, personOf } from './http.js'
import { type ReporterMail, reporterMail } from './mails/reporter-mail.js'
import { noticesRoom, tell } from './notifier.js'
import { ContactStore } from './storage/contact-store.js'
import { notificationModels } from './storage/models.js'
import { NoticeStore } from './storage/notice-store.js'

export { followingMigrations } from './following/models.js'
export type { NameSubject } from './following/parts.js'
export { notificationMigrations } from './storage/models.js'

/** The door for whoever has something to tell. */
export type Notifications = {
  /**
   * Tells a person what happened. `key` names the event: told again under the same key nobody hears it twice. Durable
   * when it resolves.
   */
  tell(personId: UserId, key: string, event: NoticeEvent): Promise<void>
  /** Tells everybody who follows one of these things. Durable when it resolves. */
  tellFollowers(tidings: Tidings): Promise<void>
  /** For addresses that are known to belong to a person, e.g. accounts that staff have made. */
  trustAddress(personId: UserId): Promise<void>
  mailReporter(mail: ReporterMail): Promise<void>
  /** Takes somebody's name and words out of what others were told under these keys. */
  forgetWords(keys: readonly string[]): Promise<void>
  mount(mount: Mount): void
  close(): void
}

export type NotificationsParts = {
  connection: Connection
  realtime: Realtime
  mails: MailQueue
  outbox: Outbox | null
  scheduler: Scheduler
  tokens: TokenSigner
  limiter: RateLimiter
  emailOf(personId: UserId): Promise<string | null>
  linkTo(path: string): string
  nameSubject: NameSubject
  events: EventBus
  clock: Clock
}

export function openNotifications(given: NotificationsParts): Notifications {
  const models = notificationModels(given.connection)
  const following = followingModels(given.connection)
  const parts = {
    ...given,
    notices: new NoticeStore(models),
    contacts: new ContactStore(models),
    follows: new FollowStore(following),
    subscribers: new SubscriberStore(following),
  }
  parts.realtime.handle(followNotices, async ({ since }, caller) => {
    const personId = personOf(caller.viewer)
    if (personId === null) return refuse('accounts/sign-in-required')
    // Entered before they are read, so that none falls between the two.
    await caller.enter(noticesRoom(personId))
    return accept(await listNotices(parts, personId, since ?? undefined))
  })
  for (const cadence of ['daily', 'weekly'] as const)
    parts.scheduler.add({
      name: `digest-${cadence}`,
      next: after => nextDigest(cadence, after),
      run: now => sendDigests(parts, cadence, now),
    })
  const stop = parts.events.on('accounts/signed-up', async ({ userId, language }) => {
    const personId = UserIdShape.parse(userId)
    await parts.contacts.choose(personId, { language })
    await confirmByMail(parts, { personId, email: undefined })
  })
  // What a guest was told, and what they follow, stays with the person.
  const stopMerging = parts.events.on('accounts/merged', async ({ from, into }) => {
    const [guest, account] = [UserIdShape.parse(from), UserIdShape.parse(into)]
    for (const notice of await parts.notices.all(guest))
      await parts.notices.add({ ...notice, personId: account })
    for (const { subject, since } of await parts.follows.of(guest))
      await parts.follows.add(account, subject, since)
    await parts.follows.removeAll(guest)
  })
  const stopErasing = parts.events.on('accounts/erased', erased => forgetPerson(parts, erased))
  return {
    forgetWords: keys => parts.notices.forgetWords(keys),
    tell: (personId, key, event) => tell(parts, { personId, key, event }),
    tellFollowers: tidings => tellFollowers(parts, tidings),
    trustAddress: async personId => {
      const address = await parts.emailOf(personId)
      if (address !== null) await parts.contacts.confirm(personId, address, parts.clock.now())
    },
    mailReporter: async mail => {
      await parts.mails.enqueue(mail.key, { to: mail.address, ...reporterMail(mail, parts.linkTo) })
    },
    mount: mount => {
      mountNotifications(mount, parts)
      mountFollowing(mount, parts)
    },
    close: () => {
      stop()
      stopMerging()
      stopErasing()
    },
  }
}
