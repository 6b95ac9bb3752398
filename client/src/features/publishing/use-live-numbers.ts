import type { ProcessId } from '@randnotiz/contract/kit/ids'
import { followNumbers, numbersChanged, unfollowNumbers } from '@randnotiz/contract/publishing/messages'
import type { DocumentNumbers } from '@randnotiz/contract/publishing/numbers'
import { useEffect, useState } from 'react'
import { usePlatform } from '../../platform/platform-context.js'
import { useConnection } from '../../platform/use-connection.js'
import { type NumbersById, noNumbers, withNumbers } from './numbers.js'

/** The numbers of a process as they change. `rendered` is what came with the page. */
export function useLiveNumbers(processId: ProcessId, rendered: readonly DocumentNumbers[]): NumbersById {
  const { realtime } = usePlatform()
  const { session } = useConnection()
  const [numbers, setNumbers] = useState(() => withNumbers(noNumbers, rendered))

  useEffect(
    () =>
      realtime.listen(numbersChanged, change => {
        if (change.processId === processId) setNumbers(known => withNumbers(known, change.numbers))
      }),
    [realtime, processId],
  )

  // Every session anew, because the server has forgotten what the last one followed.
  useEffect(() => {
    if (session === 0) return
    void realtime.send(followNumbers, { processId }).then(result => {
      if (result.ok) setNumbers(known => withNumbers(known, result.value))
    })
  }, [realtime, processId, session])

  useEffect(() => () => void realtime.send(unfollowNumbers, { processId }), [realtime, processId])

  return numbers
}
