import { useEffect, useState } from 'react'
import { doublePressMs, Presses } from './advance-key.js'

/** Does something at a press, but not at the second half of a double one; `isResting` for as long as that could be. */
export function useOnePress(act: () => void): { isResting: boolean; press(at: number): void } {
  const [presses] = useState(() => new Presses())
  const [pressedAt, setPressedAt] = useState<number | null>(null)
  useEffect(() => {
    if (pressedAt === null) return
    const timer = setTimeout(() => setPressedAt(null), doublePressMs)
    return () => clearTimeout(timer)
  }, [pressedAt])
  return {
    isResting: pressedAt !== null,
    press: at => {
      if (!presses.isNew(at)) return
      setPressedAt(at)
      act()
    },
  }
}
