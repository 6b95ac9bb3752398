import type { Followed, FollowSubject } from '@randnotiz/contract/accounts/following'
import { setFollowing } from '@randnotiz/contract/accounts/following-endpoints'
import { accept } from '@randnotiz/contract/kit/result'
import { useAnnounce } from '@randnotiz/ui/announcer'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { questionKey, useAnswer } from '../../../platform/question.js'
import { type DeedState, useDeed } from '../../../platform/use-deed.js'
import { followedQuestion } from './following-questions.js'

type Following = {
  followed: readonly Followed[]
  state: DeedState
  set(subject: FollowSubject, follows: boolean): void
}

/** What the viewer follows, and how to change it. */
export function useFollowing(): Following {
  const { t } = useTranslation('following')
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  const answer = useAnswer(followedQuestion)
  const deed = useDeed(setFollowing)
  return {
    followed: answer.ok ? answer.value.followed : [],
    state: deed.state,
    set: (subject, follows) =>
      void deed.run({ body: { subject, follows } }).then(result => {
        if (!result.ok) return
        queryClient.setQueryData(questionKey(followedQuestion), accept(result.value))
        announce(t(follows ? 'started' : 'stopped'))
      }),
  }
}

export const isFollowed = (followed: readonly Followed[], { kind, id }: FollowSubject) =>
  followed.some(({ subject }) => subject.kind === kind && subject.id === id)
