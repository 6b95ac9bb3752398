import type { CasePage } from '@randnotiz/contract/answers/desk'
import { splitCase } from '@randnotiz/contract/answers/endpoints'
import type { Piece } from '@randnotiz/contract/answers/piece'
import { useState } from 'react'
import { useDeed } from '../../../platform/use-deed.js'
import { useAskDeskAgain } from './use-desk-live.js'

export type WantedPoint = { number: number | null; pieces: Piece[] }

/** The points that a contribution is to consist of, until they are saved. */
export function useSplit(page: CasePage, onDone: () => void) {
  const deed = useDeed(splitCase)
  const askAgain = useAskDeskAgain()
  const { annotation } = page
  const [wanted, setWanted] = useState<readonly WantedPoint[]>(() =>
    page.case.points
      .filter(({ pieces }) => pieces.length > 0)
      .map(({ number, pieces }) => ({ number, pieces })),
  )
  // The first point keeps the number, and all that was done, of the whole.
  const [whole] = page.case.points.filter(({ pieces }) => pieces.length === 0)
  return {
    wanted,
    state: deed.state,
    add: (pieces: Piece[]) => {
      const number = whole && wanted.every(one => one.number !== whole.number) ? whole.number : null
      setWanted([...wanted, { number, pieces }])
    },
    remove: (at: number) => setWanted(wanted.toSpliced(at, 1)),
    save: async (points: readonly WantedPoint[]) => {
      const body = { version: page.case.version, edition: annotation.edition, points: [...points] }
      const result = await deed.run({ params: { annotationId: annotation.id }, body })
      await askAgain()
      if (result.ok) onDone()
    },
  }
}
