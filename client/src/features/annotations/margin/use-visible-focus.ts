import { type RefObject, useEffect } from 'react'

/** Marks the note that holds a visible focus with `data-focused`. */
export function useVisibleFocus(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = list.current
    if (element === null) return
    const listening = new AbortController()
    const { signal } = listening
    const noteOf = ({ target }: FocusEvent) =>
      target instanceof HTMLElement ? target.closest<HTMLElement>('.note') : null
    const come = (event: FocusEvent) => {
      const note = noteOf(event)
      if (note && event.target instanceof HTMLElement && event.target.matches(':focus-visible'))
        note.dataset.focused = ''
    }
    const go = (event: FocusEvent) => delete noteOf(event)?.dataset.focused
    element.addEventListener('focusin', come, { signal })
    element.addEventListener('focusout', go, { signal })
    return () => listening.abort()
  }, [list])
}
