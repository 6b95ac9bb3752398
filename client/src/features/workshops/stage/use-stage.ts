import { hallChanged, openStage, stageChanged, tallyChanged } from '@randnotiz/contract/workshops/messages'
import type { StageView } from '@randnotiz/contract/workshops/stage'
import type { Tally } from '@randnotiz/contract/workshops/voting'
import { useEffect, useRef, useState } from 'react'
import { usePlatform } from '../../../platform/platform-context.js'
import type { Realtime } from '../../../platform/realtime.js'
import { useConnection } from '../../../platform/use-connection.js'
import { stageMemory } from './stage-memory.js'

export type Standing = { stepId: string; round: number; cast: number; tally: Tally | null }

/** What a projector shows of the hall that it is paired with. */
export type Paired = Extract<StageView, { state: 'paired' }>

export type Stage = {
  /** Null only before the first answer of a device that has never shown anything. */
  view: StageView | null
  standing: Standing | null
  /** Whether what is shown may be old. */
  stale: boolean
}

/** Nobody tells projectors who has come; they ask now and then. */
const askEveryMs = 5_000

/** What this projector shows. A frame stays until the next one is there. */
export function useStage(): Stage {
  const { realtime } = usePlatform()
  const connection = useConnection()
  const { session } = connection
  const [view, setView] = useState<StageView | null>(() => stageMemory.lastFrame())
  const [standing, setStanding] = useState<Standing | null>(null)
  const shown = useRef(view)
  useEffect(() => {
    if (session === 0) return
    const show = (next: StageView) => {
      if (isOlder(next, shown.current)) return
      shown.current = next
      stageMemory.keepFrame(next)
      setView(next)
    }
    const ask = () => askAgain(realtime, show)
    const stops = [
      realtime.listen(hallChanged, hall => {
        const known = shown.current
        if (known?.state === 'paired' && known.workshopId === hall.workshopId) show({ ...known, hall })
      }),
      realtime.listen(stageChanged, ask),
      realtime.listen(tallyChanged, setStanding),
    ]
    ask()
    const timer = setInterval(ask, askEveryMs)
    return () => {
      clearInterval(timer)
      for (const stop of stops) stop()
    }
  }, [realtime, session])
  return { view, standing, stale: connection.type !== 'online' }
}

function askAgain(realtime: Realtime, show: (view: StageView) => void): void {
  void realtime.send(openStage, { key: stageMemory.key() }).then(answer => {
    if (answer.ok) show(answer.value)
  })
}

function isOlder(next: StageView, known: StageView | null): boolean {
  if (next.state !== 'paired' || known?.state !== 'paired') return false
  return next.workshopId === known.workshopId && next.hall.version < known.hall.version
}
