import { z } from 'zod'

/** No line may end early: what stands in a header must not begin another one. */
const headerText = z.string().regex(/^[^\r\n\0]*$/)

/** One message to one person: plain text always, simple HTML beside it. */
export const Mail = z.object({
  to: z.email().max(254),
  subject: headerText.min(1).max(250),
  text: z.string().min(1),
  html: z.string().optional(),
  /** E.g. `List-Unsubscribe`. */
  headers: z.record(z.string().regex(/^[A-Za-z-]+$/), headerText).default({}),
})
export type Mail = z.output<typeof Mail>

/** Delivered under this id, so that a mail that is sent once more after a crash can be recognised as the same. */
export type Delivery = Mail & { messageId: string }

/** The server said no for good (no such mailbox); trying again is useless. */
export class MailRefused extends Error {}

/** Hands mails on. Rejects when it cannot now; with `MailRefused` when it never will. */
export type Mailer = {
  send(delivery: Delivery): Promise<void>
  close(): void
}
