import { z } from 'zod'
import { endpoint, Nothing } from '../kit/endpoint.js'
import { Language } from '../kit/wire-values.js'
import { FollowByMail, FollowCadence, Followed, FollowSubject, MailFollowing } from './following.js'

const token = z.string().max(2_000)

/** What the viewer follows; nothing for a visitor. */
export const listFollowed = endpoint({
  name: 'listFollowed',
  method: 'GET',
  path: '/api/following',
  response: z.object({ followed: z.array(Followed) }),
})

/** Done twice it is done once. */
export const setFollowing = endpoint({
  name: 'setFollowing',
  method: 'PUT',
  path: '/api/following',
  body: z.object({ subject: FollowSubject, follows: z.boolean() }),
  response: z.object({ followed: z.array(Followed) }),
})

/** Sends a mail with a link to this address; the answer is the same whoever follows already. */
export const followByMail = endpoint({
  name: 'followByMail',
  method: 'POST',
  path: '/api/following/mail',
  body: FollowByMail,
  response: Nothing,
})

/** Follows the link of that mail; `manage` opens `getMailFollowing`. */
export const confirmFollowing = endpoint({
  name: 'confirmFollowing',
  method: 'POST',
  path: '/api/following/mail/confirmation',
  body: z.object({ token }),
  response: z.object({ manage: token }),
})

export const getMailFollowing = endpoint({
  name: 'getMailFollowing',
  method: 'GET',
  path: '/api/following/mail',
  query: z.object({ token }),
  response: MailFollowing,
})

/** `keep` is what goes on being followed, of what is followed now. */
export const changeMailFollowing = endpoint({
  name: 'changeMailFollowing',
  method: 'PUT',
  path: '/api/following/mail',
  body: z.object({
    token,
    cadence: FollowCadence,
    language: Language,
    keep: z.array(FollowSubject).max(200),
  }),
  response: MailFollowing,
})

/** Forgets the address and everything about it. */
export const endMailFollowing = endpoint({
  name: 'endMailFollowing',
  method: 'POST',
  path: '/api/following/mail/end',
  body: z.object({ token }),
  response: Nothing,
})
