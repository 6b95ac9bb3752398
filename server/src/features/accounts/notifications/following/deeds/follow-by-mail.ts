import type { FollowByMail } from '@randnotiz/contract/accounts/following'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { composeMail, fill, mailTexts } from '../../mails/compose-mail.js'
import { followingToken } from '../../tokens.js'
import type { FollowingParts } from '../parts.js'

/**
 * Asks the owner of an address whether they want to follow. Everything is in the link: nothing is kept before they say
 * yes, and the answer does not tell whether they follow already.
 */
export async function followByMail(parts: FollowingParts, given: FollowByMail): Promise<Result<null>> {
  const wish = { ...given, email: given.email.toLowerCase() }
  const named = await parts.nameSubject(wish.subject)
  if (named === null) return refuse('request/invalid', { field: 'subject' })
  const retryAfter = await parts.limiter.take('confirmationMail', wish.email)
  if (retryAfter > 0) return refuse('request/too-many', { retryAfter })
  const now = parts.clock.now()
  const { confirmFollowing } = mailTexts[wish.language]
  const values = { title: named.title[wish.language] }
  const mail = composeMail({
    language: wish.language,
    subject: fill(confirmFollowing.subject, values),
    paragraphs: [fill(confirmFollowing.text, values)],
    action: {
      label: confirmFollowing.action,
      url: parts.linkTo(`/folgen?token=${followingToken(parts.tokens, wish, now)}`),
    },
    footer: [confirmFollowing.footer],
  })
  await parts.mails.enqueue(`follow:${wish.email}:${wish.subject.id}:${now.toISOString()}`, {
    to: wish.email,
    ...mail,
  })
  return accept(null)
}
