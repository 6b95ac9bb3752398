import { createTransport } from 'nodemailer'
import { z } from 'zod'
import { type Delivery, type Mailer, MailRefused } from './mail.js'

export type SmtpSettings = {
  /** E.g. `smtps://user:password@mail.example.org`. */
  url: string
  /** E.g. `Beteiligung Detmold <beteiligung@example.org>`. */
  from: string
}

const timeoutMs = 20_000

/** What an SMTP server answers; 5xx is for good, everything else may pass. */
const SmtpError = z.object({ responseCode: z.number().min(500).max(599) })

export function createSmtpMailer({ url, from }: SmtpSettings): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async delivery => {
      try {
        await transport.sendMail(messageOf(delivery, from))
      } catch (error) {
        if (SmtpError.safeParse(error).success)
          throw new MailRefused(error instanceof Error ? error.message : 'refused', { cause: error })
        throw error
      }
    },
    close: () => transport.close(),
  }
}

/** A mail as nodemailer takes it. `Auto-Submitted` keeps holiday notices from answering. */
export function messageOf(delivery: Delivery, from: string) {
  const { to, subject, text, html, headers, messageId } = delivery
  return {
    from,
    to: { name: '', address: to },
    subject,
    text,
    ...(html === undefined ? {} : { html }),
    messageId,
    headers: { 'Auto-Submitted': 'auto-generated', ...headers },
  }
}
