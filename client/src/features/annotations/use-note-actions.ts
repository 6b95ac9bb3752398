import { useLayoutEffect, useMemo, useRef } from 'react'
import type { NoteActions } from './annotating.js'

/** The same functions at every rendering, which do what the latest ones do: notes need not be drawn anew for them. */
export function useNoteActions(actions: NoteActions): NoteActions {
  const latest = useRef(actions)
  useLayoutEffect(() => {
    latest.current = actions
  })
  return useMemo(
    () => ({
      look: id => latest.current.look(id),
      showPassage: id => latest.current.showPassage(id),
      reply: id => latest.current.reply(id),
      attach: id => latest.current.attach(id),
      detach: id => latest.current.detach(id),
      link: id => latest.current.link(id),
      confirmPlace: id => latest.current.confirmPlace(id),
    }),
    [],
  )
}
