import {
  changeMailFollowing,
  confirmFollowing,
  endMailFollowing,
  followByMail,
  getMailFollowing,
  listFollowed,
  setFollowing,
} from '@randnotiz/contract/accounts/following-endpoints'
import { accept, refuse } from '@randnotiz/contract/kit/result'
import { personIdOf } from '@randnotiz/domain/accounts/person'
import type { Mount } from '../../../../platform/http/endpoint-table.js'
import { confirmFollowing as confirm } from './deeds/confirm-following.js'
import { followByMail as follow } from './deeds/follow-by-mail.js'
import {
  changeMailFollowing as change,
  endMailFollowing as end,
  getMailFollowing as get,
} from './deeds/manage-mail-following.js'
import { type FollowingParts, followedBy } from './parts.js'

export function mountFollowing(mount: Mount, parts: FollowingParts): void {
  mount(listFollowed, async (_input, { viewer }) => {
    const personId = personIdOf(viewer)
    return accept({ followed: personId === null ? [] : await followedBy(parts, personId) })
  })
  mount(setFollowing, async ({ body: { subject, follows } }, { viewer }) => {
    const personId = personIdOf(viewer)
    if (personId === null) return refuse('accounts/sign-in-required')
    if (!follows) await parts.follows.remove(personId, subject)
    else if ((await parts.nameSubject(subject)) === null)
      return refuse('request/invalid', { field: 'subject' })
    else await parts.follows.add(personId, subject, parts.clock.now())
    return accept({ followed: await followedBy(parts, personId) })
  })
  mount(followByMail, ({ body }) => follow(parts, body), { proof: 'always' })
  mount(confirmFollowing, ({ body }) => confirm(parts, body.token))
  mount(getMailFollowing, ({ query }) => get(parts, query.token))
  mount(changeMailFollowing, ({ body }) => change(parts, body))
  mount(endMailFollowing, ({ body }) => end(parts, body.token))
}
