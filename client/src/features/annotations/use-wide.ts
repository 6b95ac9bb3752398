import { useCallback, useSyncExternalStore } from 'react'

/** From here on notes stand beside the text; the same width as in `annotations.css`. */
const wide = '(min-width: 72rem)'

/** Whether there is room for a margin. Not before the page has come to life. */
export function useWide(): boolean {
  const subscribe = useCallback((listener: () => void) => {
    const query = window.matchMedia(wide)
    query.addEventListener('change', listener)
    return () => query.removeEventListener('change', listener)
  }, [])
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(wide).matches,
    () => false,
  )
}
