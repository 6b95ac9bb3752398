import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'

/**
 * Says something in passing: shown for a while at the edge of the window and read out politely. Only for what people
 * can do without; whatever they must act on belongs where they are.
 */
export type Announce = (message: string) => void

const AnnouncerContext = createContext<Announce>(() => {})

/** In milliseconds; long enough to read a sentence twice. */
const shownFor = 6_000

type Message = { id: number; text: string }

export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [messages, setMessages] = useState<readonly Message[]>([])
  const announce = useCallback<Announce>(
    text => setMessages(current => [...current, { id: (current.at(-1)?.id ?? 0) + 1, text }].slice(-3)),
    [],
  )
  useEffect(() => {
    if (messages.length === 0) return
    const timer = setTimeout(() => setMessages(current => current.slice(1)), shownFor)
    return () => clearTimeout(timer)
  }, [messages])
  return (
    <AnnouncerContext value={announce}>
      {children}
      <div className="announcer" role="status" aria-live="polite" aria-atomic="false">
        {messages.map(({ id, text }) => (
          <p key={id} className="announcer__message">
            {text}
          </p>
        ))}
      </div>
    </AnnouncerContext>
  )
}

export function useAnnounce(): Announce {
  return useContext(AnnouncerContext)
}
