import type { WorkshopId } from '@randnotiz/contract/kit/ids'
import type { Refusal } from '@randnotiz/contract/kit/refusals'
import type { Result } from '@randnotiz/contract/kit/result'
import type { DeskView } from '@randnotiz/contract/workshops/desk'
import {
  deskChanged,
  makeMove,
  openDesk,
  showLife,
  tallyChanged,
} from '@randnotiz/contract/workshops/messages'
import type { Move } from '@randnotiz/contract/workshops/moves'
import type { Tally } from '@randnotiz/contract/workshops/voting'
import { createContext, useContext, useEffect, useReducer, useRef, useState } from 'react'
import { usePlatform } from '../../../platform/platform-context.js'
import { useConnection } from '../../../platform/use-connection.js'
import { newCommandId } from '../live/new-ids.js'
import { MovesUnderWay } from './moves-under-way.js'

const aliveEveryMs = 10_000

/** How many have voted in a round, and what, where that may be seen. */
export type Standing = { stepId: string; round: number; cast: number; tally: Tally | null }

export type Desk = {
  view: DeskView
  standing: Standing | null
  refusal: Refusal | null
  /** Whether this very move, asked for from what is on the screen, waits for its answer. */
  isUnderWay(move: Move): boolean
  /** Asks for a move, with the version on the screen: what no longer fits does nothing. */
  move(move: Move): Promise<boolean>
  /** Takes over what another command of the desk has answered. */
  take(answer: Result<DeskView>): boolean
}

/** The desk of a workshop, kept up to date. `first` is what the page came with. */
export function useDesk(first: DeskView): Desk {
  const { session } = useConnection()
  const [view, setView] = useState(first)
  const [standing, setStanding] = useState<Standing | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const shown = useRef(first)
  const { workshopId } = first

  const see = (next: DeskView) => {
    if (next.session.version < shown.current.session.version) return
    shown.current = { ...next, role: next.role ?? shown.current.role }
    setView(shown.current)
  }
  const take = (answer: Result<DeskView>) => {
    setRefusal(answer.ok ? null : answer.refusal)
    if (answer.ok) see(answer.value)
    return answer.ok
  }
  useDeskAnnouncements(workshopId, session, { see, setStanding, take })
  const moves = useMoves(workshopId)

  return {
    view,
    standing,
    refusal,
    isUnderWay: move => moves.has(move, view.session),
    take,
    move: async move => take(await moves.ask(move, shown.current.session)),
  }
}

/** Without an answer nobody knows what happened: the same command once more does nothing twice. */
function useMoves(workshopId: WorkshopId): MovesUnderWay {
  const { realtime } = usePlatform()
  const [, look] = useReducer((looks: number) => looks + 1, 0)
  const [moves] = useState(
    () =>
      new MovesUnderWay({
        changed: look,
        send: async (move, { version: expectedVersion }) => {
          const command = { commandId: newCommandId(), workshopId, expectedVersion, move }
          const answer = await realtime.send(makeMove, command)
          const isUnanswered = !answer.ok && answer.refusal.code === 'server/unavailable'
          return isUnanswered ? realtime.send(makeMove, command) : answer
        },
      }),
  )
  return moves
}

type Hearing = {
  see(view: DeskView): void
  take(answer: Result<DeskView>): boolean
  setStanding(standing: Standing): void
}

function useDeskAnnouncements(workshopId: WorkshopId, session: number, hearing: Hearing): void {
  const { realtime } = usePlatform()
  const hear = useRef(hearing)
  hear.current = hearing
  useEffect(() => {
    if (session === 0) return
    const stops = [
      realtime.listen(deskChanged, view => {
        if (view.workshopId === workshopId) hear.current.see(view)
      }),
      realtime.listen(tallyChanged, standing => {
        if (standing.workshopId === workshopId) hear.current.setStanding(standing)
      }),
    ]
    void realtime.send(openDesk, { workshopId }).then(answer => hear.current.take(answer))
    const alive = setInterval(() => void realtime.send(showLife, { workshopId }), aliveEveryMs)
    return () => {
      clearInterval(alive)
      for (const stop of stops) stop()
    }
  }, [realtime, session, workshopId])
}

export const DeskContext = createContext<(Desk & { now(): number }) | null>(null)

export function useDeskContext(): Desk & { now(): number } {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('a component outside of the desk')
  return desk
}
