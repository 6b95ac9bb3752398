import { getViewer } from '@randnotiz/contract/accounts/endpoints'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { accept } from '@randnotiz/contract/kit/result'
import { useQueryClient } from '@tanstack/react-query'
import { usePlatform } from './platform-context.js'
import { ask, questionKey, useAnswer } from './question.js'

/** Asked on every page. */
export const viewerQuestion = ask(getViewer)

const anonymous: Viewer = { kind: 'anonymous' }

/** Whoever looks at the page. It changes with a new page only, but for a visitor who becomes a guest. */
export function useViewer(): Viewer {
  const answer = useAnswer(viewerQuestion)
  return answer.ok ? answer.value : anonymous
}

/**
 * A visitor has become a guest. What is in the cache was for everybody's eyes and stays; the socket has to begin anew.
 * Signing in to an account loads a new page instead.
 */
export function useBecomeGuest(): (guest: Viewer) => void {
  const queryClient = useQueryClient()
  const { realtime } = usePlatform()
  return guest => {
    queryClient.setQueryData(questionKey(viewerQuestion), accept(guest))
    realtime.renew()
  }
}
