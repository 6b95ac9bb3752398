import { getAnswerDesk, getCase, getDeskRows, getSimilar } from '@randnotiz/contract/answers/endpoints'
import { answersChanged, followAnswers } from '@randnotiz/contract/answers/messages'
import type { AnnotationId, ProcessId } from '@randnotiz/contract/kit/ids'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { usePlatform } from '../../../platform/platform-context.js'

const stale = [getAnswerDesk, getDeskRows, getCase, getSimilar]

/** Asks anew whatever is shown at the desk. */
export function useAskDeskAgain(): () => Promise<void> {
  const queryClient = useQueryClient()
  return useCallback(async () => {
    await Promise.all(stale.map(({ name }) => queryClient.invalidateQueries({ queryKey: [name] })))
  }, [queryClient])
}

/** Changes that come one after the other are asked about together. */
const togetherMs = 300

/**
 * Hears what colleagues and citizens do. `onChange` gets the contributions it was about; null after a time without a
 * connection, when nobody knows what was missed.
 */
export function useDeskChanges(
  processId: ProcessId,
  onChange: (ids: ReadonlySet<AnnotationId> | null) => void,
): void {
  const { realtime } = usePlatform()
  useEffect(() => {
    const heard = new Set<AnnotationId>()
    let waiting: ReturnType<typeof setTimeout> | null = null
    let wasAway = false
    const tell = () => {
      waiting = null
      onChange(new Set(heard))
      heard.clear()
    }
    const follow = async () => {
      if (realtime.connection().type !== 'online') {
        wasAway = true
        return
      }
      await realtime.send(followAnswers, { processId })
      if (wasAway) onChange(null)
      wasAway = false
    }
    const stopListening = realtime.listen(answersChanged, ({ annotationIds }) => {
      for (const id of annotationIds) heard.add(id)
      waiting ??= setTimeout(tell, togetherMs)
    })
    const stopWatching = realtime.onConnection(() => void follow())
    void follow()
    return () => {
      if (waiting !== null) clearTimeout(waiting)
      stopListening()
      stopWatching()
    }
  }, [onChange, processId, realtime])
}

/** Keeps one case up to date: it is asked for anew when something was done about it. */
export function useCaseLive(processId: ProcessId, ids: readonly AnnotationId[]): void {
  const askAgain = useAskDeskAgain()
  const about = ids.join()
  const onChange = useCallback(
    (changed: ReadonlySet<AnnotationId> | null) => {
      if (changed === null || about.split(',').some(id => [...changed].some(one => one === id)))
        void askAgain()
    },
    [about, askAgain],
  )
  useDeskChanges(processId, onChange)
}
