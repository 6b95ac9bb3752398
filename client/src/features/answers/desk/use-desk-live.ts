import { getAnswerDesk, getCase, getSimilar } from '@randnotiz/contract/answers/endpoints'
import { answersChanged, followAnswers } from '@randnotiz/contract/answers/messages'
import type { ProcessId } from '@randnotiz/contract/kit/ids'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { usePlatform } from '../../../platform/platform-context.js'

const stale = [getAnswerDesk, getCase, getSimilar]

/** Asks anew whatever is shown at the desk. */
export function useAskDeskAgain(): () => Promise<void> {
  const queryClient = useQueryClient()
  return useCallback(async () => {
    await Promise.all(stale.map(({ name }) => queryClient.invalidateQueries({ queryKey: [name] })))
  }, [queryClient])
}

/** Keeps what is shown at the desk of a process up to date with what colleagues do. */
export function useDeskLive(processId: ProcessId): void {
  const { realtime } = usePlatform()
  const askAgain = useAskDeskAgain()
  useEffect(() => {
    const follow = () => {
      if (realtime.connection().type === 'online') void realtime.send(followAnswers, { processId })
    }
    const stopListening = realtime.listen(answersChanged, () => void askAgain())
    const stopWatching = realtime.onConnection(follow)
    follow()
    return () => {
      stopListening()
      stopWatching()
    }
  }, [askAgain, processId, realtime])
}
