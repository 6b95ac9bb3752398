import type { TextRange } from '@randnotiz/contract/annotations/target'
import { quotedId } from './text-state-question.js'
import './text-state.css'

/** A stored text as readable paragraphs: plain words are all that was kept. The passage is marked. */
export function StoredText({ text, passage }: { text: string; passage: TextRange | null }) {
  return (
    <div className="stored-text" lang="de">
      {linesWithOffsets(text).map(({ line, start }) =>
        line.trim() === '' ? null : (
          <p key={start}>
            <Words line={line} start={start} passage={passage} />
          </p>
        ),
      )}
    </div>
  )
}

type WordsProps = { line: string; start: number; passage: TextRange | null }

function Words({ line, start, passage }: WordsProps) {
  const from = Math.max(0, (passage?.start ?? 0) - start)
  const to = Math.min(line.length, (passage?.end ?? 0) - start)
  if (passage === null || from >= to) return line
  const isFirst = passage.start >= start
  return (
    <>
      {line.slice(0, from)}
      <mark className="stored-text__quoted" {...(isFirst ? { id: quotedId, tabIndex: -1 } : {})}>
        {line.slice(from, to)}
      </mark>
      {line.slice(to)}
    </>
  )
}

function linesWithOffsets(text: string): { line: string; start: number }[] {
  let start = 0
  return text.split('\n').map(line => {
    const here = { line, start }
    start += line.length + 1
    return here
  })
}
