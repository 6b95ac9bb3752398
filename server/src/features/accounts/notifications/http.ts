import {
  changeNotificationSettings,
  confirmAddress,
  confirmByMail,
  getNotices,
  getNotificationSettings,
  getOutbox,
  getOutboxMail,
  readNotices,
  unsubscribe,
} from '@randnotiz/contract/accounts/notice-endpoints'
import type { NotificationSettings } from '@randnotiz/contract/accounts/notices'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import type { Mount } from '../../../platform/http/endpoint-table.js'
import type { Outbox } from '../../../platform/mailer/outbox-mailer.js'
import { type ConfirmParts, confirmByMail as confirmByMailDeed } from './deeds/confirm-by-mail.js'
import { listNotices } from './deeds/list-notices.js'
import { forgetSubscriber } from './following/deeds/manage-mail-following.js'
import type { FollowingParts } from './following/parts.js'
import { addressOf, type NotifierParts } from './notifier.js'
import { readConfirmation, readUnsubscription } from './tokens.js'

/** Null where mails go to a mail server. */
export type NotificationHttpParts = ConfirmParts & FollowingParts & { outbox: Outbox | null }

export function mountNotifications(mount: Mount, parts: NotificationHttpParts): void {
  mountNotices(mount, parts)
  mountSettings(mount, parts)
  mountTokens(mount, parts)
  mountOutbox(mount, parts)
}

/** Whose notices and settings these are. */
export function personOf(viewer: Viewer): UserId | null {
  return viewer.kind === 'anonymous' ? null : viewer.id
}

function mountNotices(mount: Mount, parts: NotificationHttpParts): void {
  mount(getNotices, async ({ query }, { viewer }) => {
    const personId = personOf(viewer)
    if (personId === null) return refuse('accounts/sign-in-required')
    return accept(await listNotices(parts, personId, query.since))
  })
  mount(readNotices, async ({ body }, { viewer }) => {
    const personId = personOf(viewer)
    if (personId === null) return refuse('accounts/sign-in-required')
    await parts.contacts.read(personId, Math.min(body.upTo, await parts.notices.head(personId)))
    return accept(null)
  })
}

function mountSettings(mount: Mount, parts: NotificationHttpParts): void {
  mount(getNotificationSettings, async (_input, { viewer }) => settingsOf(parts, viewer))
  mount(changeNotificationSettings, async ({ body }, { viewer }) => {
    const personId = personOf(viewer)
    if (personId === null) return refuse('accounts/sign-in-required')
    await parts.contacts.choose(personId, body)
    return settingsOf(parts, viewer)
  })
  mount(confirmByMail, async ({ body }, { viewer }) => {
    const personId = personOf(viewer)
    if (personId === null) return refuse('accounts/sign-in-required')
    const asked = await confirmByMailDeed(parts, { personId, email: body.email })
    return asked.ok ? settingsOf(parts, viewer) : asked
  })
}

async function settingsOf(parts: NotifierParts, viewer: Viewer): Promise<Result<NotificationSettings>> {
  const personId = personOf(viewer)
  if (personId === null) return refuse('accounts/sign-in-required')
  const contact = await parts.contacts.of(personId)
  const { language, replies, news } = contact
  return accept({ mail: await addressOf(parts, contact), choices: { language, replies, news } })
}

/** Whoever holds the token may, signed in or not: it came to the address by mail. */
function mountTokens(mount: Mount, parts: NotificationHttpParts): void {
  mount(confirmAddress, async ({ body }) => {
    const now = parts.clock.now()
    const claim = readConfirmation(parts.tokens, body.token, now)
    if (claim === null) return refuse('accounts/token-invalid')
    const contact = await parts.contacts.of(claim.personId)
    // Another address was named meanwhile: the newest counts.
    if (contact.address !== null && contact.address !== claim.address) return refuse('accounts/token-invalid')
    await parts.contacts.confirm(claim.personId, claim.address, now)
    return accept(null)
  })
  mount(unsubscribe, async ({ query }) => {
    const wish = readUnsubscription(parts.tokens, query.token)
    if (wish === null) return refuse('accounts/token-invalid')
    // An address that wants no mail is not kept.
    if (wish.subscriber) await forgetSubscriber(parts, wish.personId)
    else {
      const never = Object.fromEntries(wish.kinds.map(kind => [kind, 'never']))
      await parts.contacts.choose(wish.personId, never)
    }
    return accept(null)
  })
}

function mountOutbox(mount: Mount, { mails, outbox }: NotificationHttpParts): void {
  mount(getOutbox, async (_input, { viewer }) => {
    const refusal = may(viewer, 'mail:read-outbox')
    if (refusal !== null) return refuse(refusal)
    const files = (await outbox?.list()) ?? []
    return accept({
      delivery: outbox === null ? 'smtp' : 'outbox',
      ...(await mails.counts()),
      files: files.slice(0, 200).map(({ name, writtenAt }) => ({ name, writtenAt: writtenAt.toISOString() })),
    })
  })
  mount(getOutboxMail, async ({ params }, { viewer }) => {
    const refusal = may(viewer, 'mail:read-outbox')
    if (refusal !== null) return refuse(refusal)
    const source = (await outbox?.read(params.name)) ?? null
    return source === null ? refuse('request/unknown-address') : accept({ source })
  })
}
