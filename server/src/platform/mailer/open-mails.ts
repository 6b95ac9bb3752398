import { join } from 'node:path'
import type { Config } from '../../config.js'
import { type MailQueue, type MailQueueParts, openMailQueue } from './mail-queue.js'
import { createOutbox, type Outbox } from './outbox-mailer.js'
import { createSmtpMailer } from './smtp-mailer.js'

type Settings = Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir' | 'publicUrl'>

/** Mails over the mail server of the settings, or into the outbox of the data directory. */
export function openMails(
  { smtpUrl, mailFrom, dataDir, publicUrl }: Settings,
  parts: Omit<MailQueueParts, 'mailer' | 'host'>,
): { mails: MailQueue; outbox: Outbox | null } {
  const host = publicUrl === undefined ? 'localhost' : new URL(publicUrl).hostname
  if (smtpUrl !== undefined) {
    const mailer = createSmtpMailer({ url: smtpUrl, from: mailFrom })
    return { mails: openMailQueue({ ...parts, mailer, host }), outbox: null }
  }
  const outbox = createOutbox(join(dataDir, 'outbox'), mailFrom)
  return { mails: openMailQueue({ ...parts, mailer: outbox, host }), outbox }
}
