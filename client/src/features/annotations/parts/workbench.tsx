import { useEffect, useRef } from 'react'
import { useAnnotatingContext } from '../annotating.js'
import { linesOf } from '../painting/annotated-text.js'
import { chosenRange } from '../writing/sentence-choice.js'
import { AnnotationForm } from './annotation-form.js'
import { SentencePicker } from './sentence-picker.js'

/** Where something is being written: first the passage, then the words. */
export function Workbench() {
  const { activity, chooseIn, close, desk, text, writeAbout } = useAnnotatingContext()
  const bench = useRef<HTMLDivElement>(null)
  const step = activity.type

  // Once it stands in its place: all of it in sight, as far as the window allows.
  useEffect(() => {
    void step
    const frame = requestAnimationFrame(() => bench.current?.scrollIntoView({ block: 'nearest' }))
    return () => cancelAnimationFrame(frame)
  }, [step])

  if (activity.type === 'writing') {
    const draft = desk.contributions.find(({ commandId }) => commandId === activity.draft)
    if (draft?.words.type !== 'annotation') return null
    return (
      <div className="workbench" ref={bench}>
        <AnnotationForm key={draft.commandId} draft={draft} words={draft.words} />
      </div>
    )
  }
  if (activity.type !== 'choosing' || text === null) return null
  const { blockId, choice } = activity
  const found = linesOf(text).find(({ block }) => block.id === blockId)
  if (found === undefined) return null
  const line = { text: found.words, start: found.block.start }
  return (
    <div className="workbench" ref={bench}>
      <SentencePicker
        line={line}
        choice={choice}
        onChoose={chosen => chooseIn(blockId, chosen)}
        onNext={() => {
          const range = chosenRange(line, choice)
          if (range) writeAbout(range)
        }}
        onCancel={close}
      />
    </div>
  )
}
