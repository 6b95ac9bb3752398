import { z } from 'zod'
import { endpoint, Nothing } from '../kit/endpoint.js'
import { Moment } from '../kit/wire-values.js'
import { MailChoices, NoticePage, NotificationSettings } from './notices.js'

const since = z.coerce.number().int().nonnegative().optional()

/** The fallback for a client without a socket: the same deed as `notices:follow`. */
export const getNotices = endpoint({
  name: 'getNotices',
  method: 'GET',
  path: '/api/notices',
  query: z.object({ since }),
  response: NoticePage,
})

/** Everything up to a number has been seen. */
export const readNotices = endpoint({
  name: 'readNotices',
  method: 'POST',
  path: '/api/notices/read',
  body: z.object({ upTo: z.number().int().nonnegative() }),
  response: Nothing,
})

export const getNotificationSettings = endpoint({
  name: 'getNotificationSettings',
  method: 'GET',
  path: '/api/notifications/settings',
  response: NotificationSettings,
})

export const changeNotificationSettings = endpoint({
  name: 'changeNotificationSettings',
  method: 'PUT',
  path: '/api/notifications/settings',
  body: MailChoices,
  response: NotificationSettings,
})

/** Sends a mail with a link to this address; nothing else goes there before it is followed. */
export const confirmByMail = endpoint({
  name: 'confirmByMail',
  method: 'POST',
  path: '/api/notifications/address',
  /** An account's own address when left out. */
  body: z.object({ email: z.email().max(254).optional() }),
  response: NotificationSettings,
})

/** Follows the link of that mail. */
export const confirmAddress = endpoint({
  name: 'confirmAddress',
  method: 'POST',
  path: '/api/notifications/confirmation',
  body: z.object({ token: z.string().max(2_000) }),
  response: Nothing,
})

/**
 * One click in a mail program (RFC 8058), or the button on the page of the same address; no login. Done twice it is
 * done once.
 */
export const unsubscribe = endpoint({
  name: 'unsubscribe',
  method: 'POST',
  path: '/abbestellen',
  query: z.object({ token: z.string().max(2_000) }),
  response: Nothing,
})

/** How mails leave this server, and those that stayed in its outbox. */
export const OutboxPage = z.object({
  delivery: z.enum(['smtp', 'outbox']),
  waiting: z.number().int(),
  sent: z.number().int(),
  failed: z.number().int(),
  /** The newest first; empty with a mail server. */
  files: z.array(z.object({ name: z.string(), writtenAt: Moment })),
})
export type OutboxPage = z.infer<typeof OutboxPage>

export const getOutbox = endpoint({
  name: 'getOutbox',
  method: 'GET',
  path: '/api/mail/outbox',
  response: OutboxPage,
})

/** One mail of the outbox, as a mail program would get it. */
export const getOutboxMail = endpoint({
  name: 'getOutboxMail',
  method: 'GET',
  path: '/api/mail/outbox/:name',
  params: z.object({ name: z.string().regex(/^[0-9a-f]{32}\.eml$/) }),
  response: z.object({ source: z.string() }),
})
