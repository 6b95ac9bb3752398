import { followModeration, queueChanged } from '@randnotiz/contract/annotations/moderation/messages'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { usePlatform } from '../../../platform/platform-context.js'
import { questionKey, useAnswer } from '../../../platform/question.js'
import { queueQuestion } from './questions.js'

/** What waits for a moderator, kept up to date. */
export function useQueue() {
  const { realtime } = usePlatform()
  const queryClient = useQueryClient()
  const answer = useAnswer(queueQuestion)
  useEffect(() => {
    const again = () => void queryClient.invalidateQueries({ queryKey: questionKey(queueQuestion) })
    const follow = () => {
      if (realtime.connection().type === 'online') void realtime.send(followModeration, { follow: 'queue' })
    }
    const stopListening = realtime.listen(queueChanged, again)
    const stopWatching = realtime.onConnection(() => {
      follow()
      again()
    })
    follow()
    return () => {
      stopListening()
      stopWatching()
    }
  }, [queryClient, realtime])
  return answer
}
