import { useState } from 'react'
import { useHallContext } from './use-hall.js'

/** Words in the making, kept on the device under a name. What comes from the server never touches them. */
export function useDraft(name: string): [words: string, change: (words: string) => void] {
  const { client } = useHallContext()
  const [words, setWords] = useState(() => client.device.draft(name))
  return [
    words,
    next => {
      client.device.keepDraft(name, next)
      setWords(next)
    },
  ]
}
