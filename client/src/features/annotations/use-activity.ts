import type { AnnotationId, BlockId, CommandId } from '@randnotiz/contract/kit/ids'
import { useRef, useState } from 'react'
import { type Activity, openDraftOf, reading } from './activity.js'
import { type SentenceChoice, wholeBlock } from './writing/sentence-choice.js'

export type ActivityHandle = {
  activity: Activity
  look(ids: readonly AnnotationId[], from: 'text' | 'list'): void
  chooseIn(blockId: BlockId, choice?: SentenceChoice): void
  write(draft: CommandId): void
  /** The focus returns here afterwards; the first one of a way counts. */
  comeFrom(element: Element | null): void
  rest(): void
}

/** What somebody is doing at the margin, and where their focus was before. */
export function useActivity(): ActivityHandle {
  const [activity, setActivity] = useState<Activity>(reading)
  const returnTo = useRef<HTMLElement | null>(null)
  return {
    activity,
    look([first, ...others], from) {
      if (first !== undefined) setActivity({ type: 'looking', ids: [first, ...others], from })
    },
    chooseIn: (blockId, choice = wholeBlock) =>
      setActivity(current => ({ type: 'choosing', blockId, choice, draft: openDraftOf(current) })),
    write: draft => setActivity({ type: 'writing', draft }),
    comeFrom(element) {
      if (element instanceof HTMLElement && element !== document.body) returnTo.current ??= element
    },
    rest() {
      setActivity(reading)
      if (returnTo.current?.isConnected) returnTo.current.focus({ preventScroll: true })
      returnTo.current = null
    },
  }
}
