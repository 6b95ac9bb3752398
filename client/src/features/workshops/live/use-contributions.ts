import type { WorkshopId } from '@randnotiz/contract/kit/ids'
import type { Contribution, Contributions } from '@randnotiz/contract/workshops/contributions'
import type { DeviceKey } from '@randnotiz/contract/workshops/hall'
import { contributionsChanged, readContributions } from '@randnotiz/contract/workshops/messages'
import { useEffect, useState } from 'react'
import { usePlatform } from '../../../platform/platform-context.js'
import { useConnection } from '../../../platform/use-connection.js'

type Asking = {
  workshopId: WorkshopId
  /** Null for the crew. */
  key: DeviceKey | null
  sight: string
  wanted?: boolean
}

export type KnownContributions = { all: readonly Contribution[]; counts: Contributions['counts'] }

const none: KnownContributions = { all: [], counts: [] }

export function useContributions({ workshopId, key, sight, wanted = true }: Asking): KnownContributions {
  const { realtime } = usePlatform()
  const { session } = useConnection()
  const [known, setKnown] = useState(none)
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another sight all of them are asked for anew.
  useEffect(() => {
    if (!wanted || session === 0) return
    let stopped = false
    let upTo = 0
    let turn = Promise.resolve()
    const read = async () => {
      const answer = await realtime.send(readContributions, { workshopId, key, after: upTo })
      if (!answer.ok || stopped) return
      const { contributions, counts } = answer.value
      const fresh = upTo === 0
      upTo = answer.value.upTo
      setKnown(before => ({ all: fresh ? contributions : [...before.all, ...contributions], counts }))
    }
    const readInTurn = () => {
      turn = turn.then(read)
    }
    readInTurn()
    const stop = realtime.listen(contributionsChanged, changed => {
      if (changed.workshopId === workshopId && changed.upTo > upTo) readInTurn()
    })
    return () => {
      stopped = true
      stop()
    }
  }, [realtime, session, workshopId, key, sight, wanted])
  return known
}

/** Changes when other contributions may be seen. */
export function sightKey(
  steps: readonly { stepId: string; state: string }[],
  heldBack: readonly string[],
): string {
  const out = steps.filter(({ state }) => state === 'revealed' || state === 'settled')
  return [...out.map(({ stepId }) => stepId), '|', ...heldBack].join(' ')
}
