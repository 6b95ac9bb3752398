import type { AnnotationWords, Contribution } from '../writing/contribution.js'
import { KindMark } from './kind-mark.js'
import { OwnState } from './own-state.js'
import { Said } from './said.js'
import { WordingChange } from './wording-change.js'

/** The viewer's own annotation before everybody sees it. */
export function OwnNote({ contribution, words }: { contribution: Contribution; words: AnnotationWords }) {
  const { kind, passage, body, replacement } = words
  return (
    <article className="note note--own" data-kind={kind} data-state={contribution.state.type}>
      <KindMark kind={kind} />
      {passage !== null && kind !== 'wording' && (
        <blockquote className="note__quote">
          <p className="note__words">{passage.exact}</p>
        </blockquote>
      )}
      <Said body={body} reason={words.reason || null} instead={words.instead || null} />
      {passage !== null && kind === 'wording' && <WordingChange before={passage.exact} after={replacement} />}
      <OwnState contribution={contribution} />
    </article>
  )
}
