import type { UserId } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import type { RateLimiter } from '../../../../platform/limits/rate-limiter.js'
import { composeMail, mailTexts } from '../mails/compose-mail.js'
import type { NotifierParts } from '../notifier.js'
import { confirmationToken } from '../tokens.js'

export type ConfirmParts = NotifierParts & { limiter: RateLimiter }

/**
 * Asks the owner of an address whether a person may be told there. A person with an account is told at the account's
 * address; anybody else at the one they name. One address gets few such mails, whoever asks for them.
 */
export async function confirmByMail(
  parts: ConfirmParts,
  { personId, email }: { personId: UserId; email: string | undefined },
): Promise<Result<null>> {
  const own = await parts.emailOf(personId)
  const address = own ?? email?.toLowerCase()
  if (address === undefined) return refuse('request/invalid', { field: 'email' })
  const retryAfter = await parts.limiter.take('confirmationMail', address)
  if (retryAfter > 0) return refuse('request/too-many', { retryAfter })
  const contact = await parts.contacts.of(personId)
  if (contact.confirmedAt !== null && (contact.address ?? own) === address) return accept(null)
  await parts.contacts.setAddress(personId, address)
  const now = parts.clock.now()
  const token = confirmationToken(parts.tokens, { personId, address, now })
  const { confirm } = mailTexts[contact.language]
  const mail = composeMail({
    language: contact.language,
    subject: confirm.subject,
    paragraphs: [confirm.text],
    action: { label: confirm.action, url: parts.linkTo(`/bestaetigen?token=${token}`) },
    footer: [confirm.footer],
  })
  await parts.mails.enqueue(`confirm:${personId}:${address}:${now.toISOString()}`, { to: address, ...mail })
  return accept(null)
}
