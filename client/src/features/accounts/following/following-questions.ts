import { getMailFollowing, listFollowed } from '@randnotiz/contract/accounts/following-endpoints'
import { ask } from '../../../platform/question.js'

/** What the viewer follows. */
export const followedQuestion = ask(listFollowed)

export const mailFollowingQuestion = (token: string) => ask(getMailFollowing, { query: { token } })

/** Where somebody without an account can follow; a text by its slug, the process without one. */
export const followAddress = (slug?: string) => (slug === undefined ? '/folgen' : `/folgen?text=${slug}`)
