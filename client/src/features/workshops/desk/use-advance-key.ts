import { useEffect, useRef } from 'react'
import { asksToMoveOn } from './advance-key.js'

/** Calls `press` for the key that moves on, with the moment of the event. */
export function useAdvanceKey(press: (at: number) => void): void {
  const latest = useRef(press)
  latest.current = press
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!asksToMoveOn(event, event.target instanceof Element ? event.target : null)) return
      event.preventDefault()
      latest.current(event.timeStamp)
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
}
